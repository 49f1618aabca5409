"""onrecord: news in, a record you can query out.

>>> import onrecord
>>> record = onrecord.read("“We will open on Friday,” the mayor said.", published="2025-02-19")
>>> record.statements[0].type
'direct'

Everything heavy is loaded when it is first used, so that importing the package is cheap.
"""

from typing import TYPE_CHECKING

from onrecord._version import __version__

if TYPE_CHECKING:
    from onrecord._api import read, read_many
    from onrecord.errors import InputError, OnrecordError, UsageError
    from onrecord.record import Record, Who, json_schema
    from onrecord.resolution.who import who

__all__ = [
    "InputError",
    "OnrecordError",
    "Record",
    "UsageError",
    "Who",
    "__version__",
    "json_schema",
    "read",
    "read_many",
    "who",
]

_HOMES = {
    "InputError": "onrecord.errors",
    "OnrecordError": "onrecord.errors",
    "Record": "onrecord._api",  # and not the floor it stands on, so that it can show itself in a notebook
    "UsageError": "onrecord.errors",
    "Who": "onrecord.record",
    "json_schema": "onrecord.record",
    "read": "onrecord._api",
    "read_many": "onrecord._api",
    "who": "onrecord.resolution.who",
}


def __getattr__(name: str) -> object:
    """Load the module that a public name lives in (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only when a name is asked for

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
