"""Facts with dates and sources: agencies, outlets, countries, places, first names. Lookups only."""

VERSION = "2026-11"
"""Year and month of the newest source behind the data, for `Producer.knowledge`."""
