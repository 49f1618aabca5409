"""Packed streams."""

import gzip
import tracemalloc
from collections.abc import Callable
from itertools import repeat

import pytest
import zstandard

from onrecord.errors import DamagedInputError, TooLargeError
from onrecord.reading.inputs.compression import peek, read_all, unpack

PACKERS = [gzip.compress, zstandard.ZstdCompressor(write_checksum=True).compress]
Packer = Callable[[bytes], bytes]


@pytest.fixture(params=PACKERS, ids=["gzip", "zstd"])
def pack(request: pytest.FixtureRequest) -> Packer:
    """One way to pack."""
    packer: Packer = request.param
    return packer


def test_packed_parts_in_a_row_are_one_stream(pack: Packer) -> None:
    """Several members or frames are read through, in whatever pieces they come."""
    data = pack(b"one ") + pack(b"") + pack(b"two " * 9999)
    assert b"".join(unpack([data], "x")) == b"one " + b"two " * 9999
    assert b"".join(unpack([data[i : i + 1] for i in range(len(data))], "x")) == b"one " + b"two " * 9999


def test_plain_bytes_pass(pack: Packer) -> None:
    """What packs is told by its first bytes alone."""
    assert b"".join(unpack([b"pl", b"ain"], "x")) == b"plain"
    assert b"".join(unpack([], "x")) == b""
    assert b"".join(unpack([pack(b"not plain")], "x")) == b"not plain"


def test_padding_after_a_member_is_passed_over() -> None:
    """NULs after the data are no damage."""
    assert b"".join(unpack([gzip.compress(b"tape") + bytes(512)], "x")) == b"tape"


@pytest.mark.parametrize("kept", [5, 40, -1])
def test_a_cut_off_stream_is_damaged(pack: Packer, kept: int) -> None:
    """Even where all of the content has come through already."""
    with pytest.raises(DamagedInputError, match=r"too early.*again"):
        b"".join(unpack([pack(bytes(range(256)) * 9)[:kept]], "x"))


def test_a_garbled_stream_is_damaged(pack: Packer) -> None:
    """Wrong bytes within, or after it, are found."""
    data = bytearray(pack(b"some words " * 50))
    data[len(data) // 2] ^= 0xFF
    for broken in (bytes(data), pack(b"good") + b"not good"):
        with pytest.raises(DamagedInputError):
            b"".join(unpack([broken], "x"))


def test_a_bomb_is_stopped_in_bounded_memory(pack: Packer) -> None:
    """A gigabyte that travels as some kilobytes never comes to be."""
    bomb = pack(bytes(50_000_000)) * 20
    tracemalloc.start()
    with pytest.raises(TooLargeError, match="1 MB"):
        read_all(unpack([bomb], "x"), 1024 * 1024, "x")
    assert tracemalloc.get_traced_memory()[1] < 80_000_000
    tracemalloc.stop()


def test_an_endless_stream_is_stopped() -> None:
    """The limit holds while reading, not after."""
    with pytest.raises(TooLargeError):
        read_all(repeat(bytes(1000)), 10_000, "x")


def test_a_look_ahead_loses_nothing() -> None:
    """The stream is whole after it, and one line is enough to look at."""
    head, rest = peek([b"", b"\n", b"ab\n", b"cd"], 100, line=True)
    assert head == b"\nab\n"
    assert b"".join(rest) == b"\nab\ncd"
