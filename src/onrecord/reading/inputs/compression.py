"""Streams of bytes, unpacked on the way: gzip and Zstandard, in bounded memory.

What is packed is told by its first bytes, not by its name: browsers unpack `.gz` files and keep the
name. Several members (gzip) or frames (Zstandard) in a row are one stream.
"""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from onrecord.errors import DamagedInputError, TooLargeError, message

CHUNK = 256 * 1024
"""How many bytes travel at a time."""

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_ZSTD_SKIPPABLE = tuple(bytes([0x50 + n, 0x2A, 0x4D, 0x18]) for n in range(16))
_LONGEST_MAGIC = 4
# A Zstandard block unpacks to 128 KB from as few as four bytes, and its decoder has no brake: so
# this much input gives 32 MB at the very worst.
_ZSTD_SIP = 1024


def unpack(chunks: Iterable[bytes], where: str) -> Iterator[bytes]:
    """The bytes in `chunks`, unpacked where they are packed. No chunk is much larger than `CHUNK`.

    Raises `DamagedInputError`, naming `where`, at the point where a stream breaks off.
    """
    head, rest = peek(chunks, _LONGEST_MAGIC)
    if head.startswith(_GZIP):
        return _gunzip(rest, where)
    if head.startswith((_ZSTD, *_ZSTD_SKIPPABLE)):
        return _unzstd(rest, where)
    return rest


def peek(chunks: Iterable[bytes], size: int, *, line: bool = False) -> tuple[bytes, Iterator[bytes]]:
    """The first `size` bytes or a little more, and the whole stream again; fewer where there are no more.

    Where `line` is set, a first line that is not blank will do: one who types is not kept waiting.
    """
    rest = iter(chunks)
    head = b""
    for chunk in rest:
        head += chunk
        if len(head) >= size or (line and b"\n" in head.lstrip()):
            break
    return head, chain([head] if head else [], rest)


def read_all(chunks: Iterable[bytes], limit: int, where: str) -> bytes:
    """All bytes of a stream. Raises `TooLargeError` as soon as there are more than `limit`."""
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > limit:
            raise too_large(where, limit)
    return bytes(data)


def too_large(where: str, limit: int) -> TooLargeError:
    """The error for an input of more than `limit` bytes."""
    return TooLargeError(where, message("too-large", limit=megabytes(limit)))


def megabytes(size: int) -> str:
    """A number of bytes in MB (of 1024 times 1024), without needless digits."""
    return f"{size / (1024 * 1024):.3g}"


def _gunzip(chunks: Iterator[bytes], where: str) -> Iterator[bytes]:
    member = zlib.decompressobj(wbits=31)
    for chunk in chunks:
        data = chunk
        while data:
            if member.eof:
                data = data.lstrip(b"\0")  # tapes and some tools pad with NULs
                if not data:
                    break
                member = zlib.decompressobj(wbits=31)
            try:
                out = member.decompress(data, CHUNK)
            except zlib.error as error:
                raise _damaged(where, f"gzip: {error}") from error
            if out:
                yield out
            data = member.unused_data if member.eof else member.unconsumed_tail
    if not member.eof:
        raise _damaged(where, "the gzip data end too early")


def _unzstd(chunks: Iterator[bytes], where: str) -> Iterator[bytes]:
    import zstandard  # noqa: PLC0415 - loaded for packed input only

    decompressor = zstandard.ZstdDecompressor()
    frame = decompressor.decompressobj()
    for sip in _sips(chunks):
        data = sip
        while data:
            if frame.eof:
                frame = decompressor.decompressobj()
            try:
                out = frame.decompress(data)
            except zstandard.ZstdError as error:
                raise _damaged(where, f"Zstandard: {error}") from error
            yield from (out[start : start + CHUNK] for start in range(0, len(out), CHUNK))
            data = frame.unused_data if frame.eof else b""
    if not frame.eof:
        raise _damaged(where, "the Zstandard data end too early")


def _sips(chunks: Iterator[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        for start in range(0, len(chunk), _ZSTD_SIP):
            yield chunk[start : start + _ZSTD_SIP]


def _damaged(where: str, detail: str) -> DamagedInputError:
    return DamagedInputError(where, message("damaged", detail=detail))
