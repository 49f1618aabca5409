"""One page from its address: redirects followed, bounded in time and size, nothing executed."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from onrecord._version import __version__
from onrecord.errors import FetchError, message
from onrecord.reading.inputs.compression import read_all, too_large, unpack

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"onrecord/{__version__} (reads single news articles that its user names)"
TIMEOUT = 20.0
"""Seconds to wait for a connection, and for each piece of the answer."""
PATIENCE = 120.0
"""Seconds for a whole page."""
MAX_REDIRECTS = 10

_KINDS: dict[str, Literal["text", "html"] | None] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "text",
    # These say nothing, so the content is looked at.
    "": None,
    "application/octet-stream": None,
    "application/gzip": None,
    "application/x-gzip": None,
    "application/zstd": None,
    "application/xml": None,
    "text/xml": None,
}
_PACKED = {"", "identity", "gzip", "x-gzip"}


class Page(Struct, frozen=True, kw_only=True):
    """What came from an address. `url` is the last one after redirects; `kind` None where unsaid."""

    data: bytes
    url: str
    kind: Literal["text", "html"] | None
    charset: str | None


def fetch(address: str, max_bytes: int) -> Page:
    """The page at an http(s) address.

    Raises `FetchError` where there is none, `TooLargeError` for more than `max_bytes` (unpacked), and
    `DamagedInputError` where it breaks off.
    """
    import httpx  # noqa: PLC0415 - slow to load, needed for addresses only

    headers = {
        "User-Agent": USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
        "Accept-Encoding": "gzip",  # what `unpack` holds within bounds
    }
    options = {"headers": headers, "timeout": TIMEOUT, "follow_redirects": True}
    try:
        with (
            httpx.Client(max_redirects=MAX_REDIRECTS, **options) as client,  # type: ignore[arg-type]
            client.stream("GET", address) as answer,
        ):
            return _page(answer, address, max_bytes)
    except httpx.TooManyRedirects as error:
        raise _failed(address, f"more than {MAX_REDIRECTS} redirects") from error
    except httpx.TimeoutException as error:
        raise _failed(address, f"no answer within {TIMEOUT:.0f} seconds") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict, ValueError) as error:
        raise _failed(address, str(error) or type(error).__name__) from error


def _page(answer: "httpx.Response", address: str, max_bytes: int) -> Page:
    if not answer.is_success:
        raise _failed(address, f"{answer.status_code} {answer.reason_phrase}".strip())
    kind = _kind(answer, address)
    length = answer.headers.get("content-length", "")
    if length.isdigit() and int(length) > max_bytes:
        raise too_large(address, max_bytes)
    data = read_all(unpack(_chunks(answer, address), address), max_bytes, address)
    return Page(data=data, url=str(answer.url), kind=kind, charset=answer.charset_encoding)


def _kind(answer: "httpx.Response", address: str) -> Literal["text", "html"] | None:
    content_type = answer.headers.get("content-type", "").split(";")[0].strip().lower()
    if content_type not in _KINDS:
        raise _failed(address, f"it is of type {content_type}, not a page")
    encoding = answer.headers.get("content-encoding", "").strip().lower()
    if encoding not in _PACKED:
        raise _failed(address, f"it is packed as {encoding}, which was not asked for")
    return _KINDS[content_type]


def _chunks(answer: "httpx.Response", address: str) -> Iterator[bytes]:
    """The body as it travels, packed or not. Slow drops are not waited for without end."""
    end = time.monotonic() + PATIENCE
    for chunk in answer.iter_raw():
        if time.monotonic() > end:
            raise _failed(address, f"not complete within {PATIENCE:.0f} seconds")
        yield chunk


def _failed(address: str, detail: str) -> FetchError:
    return FetchError(address, message("fetch", detail=detail.rstrip(".")))
