"""A stream of bytes as lines of text, none longer than a limit, in bounded memory."""

import io
from collections.abc import Iterable, Iterator

from onrecord.reading.inputs.compression import peek
from onrecord.reading.inputs.decode import RESCUE, SAMPLE, find_encoding

_PASS_OVER = 64 * 1024


MARK = '"'
"""What CSV quotes cells with."""


class LineTooLongError(Exception):
    """A line is longer than the limit. It has been passed over, with so many `marks` in it."""

    def __init__(self, marks: int) -> None:
        super().__init__("a line longer than the limit")
        self.marks = marks


class Lines:
    """The lines of `chunks` with their ends, as an iterator that goes on after a `LineTooLongError`.

    The encoding is found on the beginning; `newline` is as in `open`. `limit` is in characters. Raises
    `BinaryInputError`, naming `where`, for what is no text.
    """

    def __init__(self, chunks: Iterable[bytes], *, limit: int, where: str, newline: str) -> None:
        head, rest = peek(chunks, SAMPLE, line=True)
        encoding = find_encoding(head, where=where, cut=True)
        raw = io.BufferedReader(_ChunkFile(rest))
        self._text = io.TextIOWrapper(raw, encoding=encoding, errors=RESCUE, newline=newline)
        self._limit = limit

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit + 1)
        if not line:
            raise StopIteration
        if len(line) > self._limit:
            raise LineTooLongError(self._pass_over(line))
        return line

    def _pass_over(self, beginning: str) -> int:
        """Read on to the end of a line; the number of marks in the whole of it."""
        part, marks = beginning, 0
        while part:
            marks += part.count(MARK)
            if part.endswith(("\n", "\r")):
                break
            part = self._text.readline(_PASS_OVER)
        return marks


class _ChunkFile(io.RawIOBase):
    """Chunks of bytes as a raw file."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._left = memoryview(chunk)
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size
