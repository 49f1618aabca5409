"""Addresses, on a real server of our own."""

import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from onrecord.errors import DamagedInputError, EmptyInputError, FetchError, InputError, TooLargeError
from onrecord.reading.inputs import web
from onrecord.reading.inputs.sources import item_from_value, open_items
from onrecord.reading.item import Item, ReadSettings

Headers = dict[str, str]
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Site(SimpleNamespace):
    """A server on this machine: `answers` by path, the requests that it `saw`."""

    address: str
    answers: dict[str, tuple[int, Headers, bytes]]
    saw: list[Headers]
    hold: threading.Event


class Handler(BaseHTTPRequestHandler):
    """Answers as the site says."""

    site: Site

    def do_GET(self) -> None:
        """One request."""
        self.site.saw.append(dict(self.headers))
        if self.path == "/never":
            self.site.hold.wait(10)
            return
        status, headers, body = self.site.answers.get(self.path, (404, HTML, b"<p>gone"))
        self.send_response(status)
        for name, content in headers.items():
            self.send_header(name, content)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server for one test."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    address = f"http://127.0.0.1:{server.server_port}"
    Handler.site = Site(address=address, answers={}, saw=[], hold=threading.Event())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield Handler.site
    Handler.site.hold.set()
    server.shutdown()
    thread.join()
    server.server_close()


Get = Callable[..., Item | InputError]


@pytest.fixture
def get(site: Site) -> Get:
    """Put an answer at a path and read it."""

    def answer(
        path: str,
        body: bytes = b"<p>words",
        headers: Headers = HTML,
        status: int = 200,
        settings: ReadSettings | None = None,
    ) -> Item | InputError:
        if path not in {"/never", "/nothing"}:
            site.answers.setdefault(path, (status, headers, body))
        (outcome,) = open_items([site.address + path], settings or ReadSettings())
        return outcome

    return answer


def test_a_page_is_read(site: Site, get: Get) -> None:
    """With its address, under a name that says who asks."""
    item = get("/a", "<p>“words”".encode())
    assert isinstance(item, Item)
    assert (item.content, item.kind, item.url) == ("<p>“words”", "html", site.address + "/a")
    assert (item.source.kind, item.source.file) == ("url", site.address + "/a")
    assert site.saw[0]["User-Agent"].startswith("onrecord/")


def test_python_callers_name_addresses_too(site: Site) -> None:
    """`read("http://...")` fetches."""
    site.answers["/a"] = (200, HTML, b"<p>x")
    assert isinstance(next(item_from_value(site.address + "/a", ReadSettings())), Item)


def test_redirects_are_followed(site: Site, get: Get) -> None:
    """The address is then the one that answered; the source is the one that was asked."""
    site.answers["/new"] = (200, HTML, b"<p>moved")
    item = get("/old", status=301, headers={"Location": "/new"})
    assert isinstance(item, Item)
    assert (item.content, item.url, item.where) == ("<p>moved", site.address + "/new", site.address + "/old")


def test_redirects_have_an_end(get: Get) -> None:
    """A page that leads to itself fails."""
    error = get("/loop", status=302, headers={"Location": "/loop"})
    assert isinstance(error, FetchError)
    assert "redirects" in str(error)


def test_the_headers_charset_counts(get: Get) -> None:
    """Before what the page says of itself."""
    page = '<meta charset="cp1252"><p>Добрый день, сказал он'
    item = get("/a", page.encode("cp1251"), {"Content-Type": "text/html; charset=windows-1251"})
    assert isinstance(item, Item)
    assert item.content == page


def test_a_wrong_charset_does_no_harm(get: Get) -> None:
    """UTF-8 under a wrong label, and a label that nobody knows."""
    for path, label in (("/a", "iso-8859-1"), ("/b", "nonsense")):
        item = get(path, "<p>“Déjà,” she said".encode(), {"Content-Type": f"text/html; charset={label}"})
        assert isinstance(item, Item)
        assert item.content == "<p>“Déjà,” she said"


def test_packed_answers_are_unpacked(get: Get) -> None:
    """As it travels, or as the file itself."""
    packed = gzip.compress(b"<html><p>words")
    for path, headers in (
        ("/a", HTML | {"Content-Encoding": "gzip"}),
        ("/b.html.gz", {"Content-Type": "application/gzip"}),
    ):
        item = get(path, packed, headers)
        assert isinstance(item, Item)
        assert (item.content, item.kind) == ("<html><p>words", "html")


@pytest.mark.parametrize(
    ("content_type", "body", "kind"),
    [
        ("text/plain", b"words", "text"),
        ("text/plain", b"<!doctype html><p>x", "html"),
        ("application/xhtml+xml", b"<html/>", "html"),
        ("application/octet-stream", b"<html><p>x", "html"),
        ("application/xml", b'<?xml version="1.0"?><html>', "html"),
    ],
)
def test_content_types_are_honoured(get: Get, content_type: str, body: bytes, kind: str) -> None:
    """Where they say nothing, the content does."""
    item = get("/a", body, {"Content-Type": content_type})
    assert isinstance(item, Item)
    assert item.kind == kind


@pytest.mark.parametrize("content_type", ["application/json", "image/png", "application/pdf", "text/csv"])
def test_what_is_no_page_is_refused_by_its_type(get: Get, content_type: str) -> None:
    """The type is named, and what to do."""
    error = get("/a", b"{}", {"Content-Type": content_type})
    assert isinstance(error, FetchError)
    assert content_type in str(error)
    assert "save the page and read the file" in str(error)


@pytest.mark.parametrize("status", [403, 404, 410, 500, 503])
def test_failures_of_the_server_are_named(get: Get, status: int) -> None:
    """By their number."""
    error = get("/a", status=status)
    assert isinstance(error, FetchError)
    assert str(status) in str(error)


def test_a_large_page_is_not_waited_for(site: Site, get: Get) -> None:
    """By what is announced, by what comes, and by what it unpacks to."""
    settings = ReadSettings(max_bytes=10_000)
    announced = get("/a", b"", HTML | {"Content-Length": "99999999"}, settings=settings)
    unpacked = get("/b", gzip.compress(bytes(10**7)), HTML | {"Content-Encoding": "gzip"}, settings=settings)
    assert [type(announced), type(unpacked)] == [TooLargeError, TooLargeError]
    assert len(site.saw) == 2


def test_answers_that_break_off_fail(get: Get) -> None:
    """No half page is taken for a whole one."""
    short = get("/a", b"<p>half", HTML | {"Content-Length": "5000"})
    cut = get("/b", gzip.compress(b"<p>words" * 99)[:-9], HTML | {"Content-Encoding": "gzip"})
    assert [type(short), type(cut)] == [FetchError, DamagedInputError]
    assert isinstance(get("/c", b""), EmptyInputError)


def test_a_server_that_never_answers_is_left(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the stated time."""
    monkeypatch.setattr(web, "TIMEOUT", 0.1)
    error = get("/never")
    assert isinstance(error, FetchError)
    assert "no answer within" in str(error)


def test_a_server_that_drips_is_left(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole page has its time, too."""
    monkeypatch.setattr(web, "PATIENCE", -1.0)
    assert "not complete" in str(get("/a"))


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "http://127.0.0.1:1/", "http://127.0.0.1:99999/"]
)
def test_addresses_that_lead_nowhere_fail(site: Site, address: str) -> None:
    """No server, no port, no address at all: this input fails, the next is read."""
    site.answers["/a"] = (200, HTML, b"<p>x")
    outcomes = list(open_items([address, site.address + "/a"], ReadSettings()))
    assert [type(outcome) for outcome in outcomes] == [FetchError, Item]


@pytest.mark.parametrize("content_type", ["text/plain", "application/octet-stream", None])
def test_rows_at_an_address_are_rows(site: Site, content_type: str | None) -> None:
    """JSONL that is sent as plain text, or as anything, is not taken for one article's text."""
    headers = {"Content-Type": content_type} if content_type else {}
    site.answers["/feed"] = (200, headers, b'{"text": "One."}\n{"text": "Two."}\n')
    outcomes = list(open_items([site.address + "/feed"], ReadSettings()))
    assert [outcome.content for outcome in outcomes if isinstance(outcome, Item)] == ["One.", "Two."]


def test_the_input_format_holds_for_addresses(site: Site) -> None:
    """What the user says comes before what the server says."""
    site.answers["/feed"] = (200, HTML, b"id;text\n7;One.\n")
    (item,) = open_items([site.address + "/feed"], ReadSettings(input_format="csv"))
    assert isinstance(item, Item)
    assert (item.key, item.content) == ("7", "One.")


def test_messages_show_no_trace(site: Site) -> None:
    """One line, with its mend."""
    (error,) = open_items([site.address + "/nothing"], ReadSettings())
    assert str(error) == (
        f"{site.address}/nothing: the address could not be read (404 Not Found). "
        "Check it, or save the page and read the file."
    )
