"""onrecord: news in, a record you can query out."""

from onrecord._version import __version__

__all__ = ["__version__"]
