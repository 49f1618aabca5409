"""Where the records go: a file, or standard output. What is there is not lost to arguments of no use."""

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import IO

from onrecord.cli import drop_output
from onrecord.errors import UsageError, message
from onrecord.exports import write
from onrecord.reading.inputs.naming import STDIN, Target, targets
from onrecord.record import Record

STDOUT = STDIN
"""The same sign stands for both."""


def print_records(
    records: Iterator[Record], form: str, output: str | None, inputs: Iterable[str], **options: object
) -> None:
    """Write the records in the format `form` to the file `output`, else to standard output.

    Raises `UsageError` where that cannot be written, or where the file is one of the `inputs`. Nothing
    is written over before the first record is there.
    """
    if not output or output == STDOUT:
        _to_stdout(records, form, options)
        return
    try:
        _check(Path(output), inputs)
        first = list(islice(records, 1))
        with Path(output).open("wb") as stream:
            write(chain(first, records), form, stream, **options)
    except OSError as error:
        raise UsageError(message("unwritable", what=output, detail=error.strerror)) from error


def _to_stdout(records: Iterator[Record], form: str, options: dict[str, object]) -> None:
    if sys.stdout is None:
        raise UsageError(message("unwritable", what="standard output", detail="it is closed"))
    stream: IO[bytes] = sys.stdout.buffer
    try:
        write(records, form, stream, **options)
        stream.flush()
    except BrokenPipeError:  # its reader has seen enough, as `head` does
        drop_output()
    except OSError as error:
        drop_output()
        raise UsageError(message("unwritable", what="standard output", detail=error.strerror)) from error


def _check(path: Path, inputs: Iterable[str]) -> None:
    """Find out, before anything is read, that `path` can be written and is not itself read.

    It must exist for that, and goes again where it did not. Pipes and devices are left alone.
    """
    is_new = not os.path.lexists(path)
    if not is_new and not path.is_file() and not path.is_dir():
        return
    path.open("ab").close()
    try:
        if any(_is(path, target) for target in targets(inputs)):
            raise UsageError(message("output-is-input", what=path))
    finally:
        if is_new:
            path.unlink()


def _is(path: Path, target: object) -> bool:
    if not isinstance(target, Target) or target.kind != "file":
        return False
    return os.path.realpath(target.name) == os.path.realpath(path)
