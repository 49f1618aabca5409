"""Facts with dates and sources: agencies, outlets, places, first names. Lookups only."""
