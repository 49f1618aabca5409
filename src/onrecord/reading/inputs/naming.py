"""What the user named, as a stream of targets: files (in folders, by patterns), addresses, standard input."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from onrecord.errors import FetchError, InputError, MissingInputError, message
from onrecord.reading.inputs.formats import format_by_name

STDIN = "-"

_SHOWN = 60

_SPECIAL = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class Target(Struct, frozen=True, kw_only=True):
    """One thing to read, by the name that messages give it: a path, an address, or `-`."""

    kind: Literal["file", "url", "stdin"]
    name: str


def targets(inputs: Iterable[str | os.PathLike[str]]) -> Iterator[Target | InputError]:
    """What `inputs` name, in their order, folders and patterns sorted; each thing once only."""
    seen = set()
    for named in inputs:
        for target in _targets(named):
            key = _identity(target)
            if key not in seen:
                seen.add(key)
                yield target


def _identity(target: Target | InputError) -> tuple[str, str]:
    if isinstance(target, InputError):
        return "error", target.where
    return target.kind, os.path.realpath(target.name) if target.kind == "file" else target.name


def is_address(name: str) -> bool:
    """Whether `name` is an http(s) address."""
    return name[:8].lower().startswith(("http://", "https://"))


def _targets(named: str | os.PathLike[str]) -> Iterator[Target | InputError]:
    if named == STDIN:  # a file of that name is ./-
        return iter([Target(kind="stdin", name=STDIN)])
    if not isinstance(named, str | bytes | os.PathLike):
        problem = message("no-input", what=f"a value of type {type(named).__name__}")
        return iter([InputError(repr(named)[:_SHOWN], problem)])
    name = os.fsdecode(named)
    if isinstance(named, os.PathLike) or os.path.lexists(name):
        return _in_path(name)
    return _in_address(name) if "://" in name else _in_pattern(name)


def _in_address(name: str) -> Iterator[Target | InputError]:
    if is_address(name):
        return iter([Target(kind="url", name=name)])
    if name.lower().startswith("file://"):
        return _in_path(unquote(urlsplit(name).path))
    scheme = name.split("://", 1)[0]
    problem = message("fetch", detail=f"{scheme} addresses are not read, only http and https")
    return iter([FetchError(name, problem)])


def _in_path(name: str) -> Iterator[Target | InputError]:
    if not name:  # which would be the folder one is in
        yield MissingInputError("''", message("missing"))
        return
    if not _is_folder(name):
        yield file_problem(name) or Target(kind="file", name=name)
        return
    found = False
    for target in _in_folder(name):
        found = True
        yield target
    if not found:
        yield MissingInputError(name, message("no-files"))


def _in_folder(folder: str) -> Iterator[Target | InputError]:
    """The files of known endings in a folder and those below it, by name. What is hidden stays so."""
    ahead = _entries(folder)
    while ahead:
        entry = ahead.pop()
        if isinstance(entry, InputError):
            yield entry
        elif entry.is_dir(follow_symlinks=False):
            ahead += _entries(entry.path)
        elif format_by_name(entry.name) and not _is_folder(entry.path):
            yield file_problem(entry.path) or Target(kind="file", name=entry.path)


def _entries(folder: str) -> list[os.DirEntry[str] | InputError]:
    """What a folder shows, last first."""
    try:
        shown = [entry for entry in os.scandir(folder) if not entry.name.startswith(".")]
    except OSError as error:
        return [os_problem(folder, error)]
    return [*sorted(shown, key=lambda entry: entry.name, reverse=True)]


def _is_folder(name: str) -> bool:
    return os.path.isdir(name)  # noqa: PTH112 - Path.is_dir raises where a path may not be looked at


def _in_pattern(pattern: str) -> Iterator[Target | InputError]:
    """What a pattern names: files as if each had been named, folders with what is in them."""
    if not glob.has_magic(pattern):
        yield from _in_path(pattern)
        return
    found = False
    for name in sorted(glob.iglob(pattern, recursive=True)):  # noqa: PTH207 - takes absolute patterns too
        for target in _in_folder(name) if _is_folder(name) else _in_path(name):
            found = True
            yield target
    if not found:
        yield MissingInputError(pattern, message("no-match"))


def file_problem(name: str) -> InputError | None:
    """What speaks against opening the file `name`; None for a file. It is not opened: pipes would wait."""
    try:
        mode = Path(name).stat().st_mode
    except FileNotFoundError:
        if Path(name).is_symlink():
            return MissingInputError(name, message("broken-link", target=Path(name).readlink()))
        return MissingInputError(name, message("missing"))
    except (OSError, ValueError) as error:
        return os_problem(name, error)
    if stat.S_ISREG(mode) or name.startswith("/dev/"):  # the shell's <(COMMAND) is /dev/fd/63
        return None
    what = next((what for test, what in _SPECIAL if test(mode)), "something else")
    return InputError(name, message("not-a-file", what=what))


def os_problem(name: str, error: Exception) -> InputError:
    """The system's refusal in our terms."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MissingInputError(name, message("missing"))
    detail = getattr(error, "strerror", None) or str(error)
    return InputError(name, message("unreadable", detail=detail))
