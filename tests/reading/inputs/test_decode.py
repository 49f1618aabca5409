"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BinaryInputError
from onrecord.reading.inputs.decode import decode, tidy

RUSSIAN = "Посол сообщил в понедельник, что договор подпишут весной. «Мы ждём», — добавил он."
FRENCH = "Le préfet a confirmé mardi que la forêt brûlait encore près de l’étang, à l’ouest."
ENGLISH = "“We’ll see,” the mayor said at a café — and left."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1251", "koi8-r"],
)
def test_russian_is_read_in_every_usual_encoding(encoding: str) -> None:
    """No label is needed; a byte order mark is no part of the text."""
    text = RUSSIAN.replace("—", "-").replace("«", '"').replace("»", '"') if encoding == "koi8-r" else RUSSIAN
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
def test_western_text_without_a_label_is_windows_1252(text: str) -> None:
    """Curly quotes and accents of old Windows files come out right."""
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("label", ["iso-8859-1", "ISO-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_latin_1_means_windows_1252(label: str) -> None:
    """As in browsers: pages that say latin-1 have curly quotes."""
    assert decode(ENGLISH.encode("cp1252"), label) == ENGLISH


def test_a_declared_charset_is_followed() -> None:
    """What cannot be told from a few letters is told by the label."""
    assert decode("Łódź".encode("iso8859-2"), "iso-8859-2") == "Łódź"


def test_a_page_declares_its_charset() -> None:
    """`<meta charset>` and its older form count."""
    for meta in ('<meta charset="cp1253">', "<META http-equiv=x content='text/html; charset=windows-1253'>"):
        page = f"<html><head>{meta}</head><p>Ναι, είπε.</p>"
        assert decode(page.encode("cp1253")) == page


def test_a_wrong_label_gives_way() -> None:
    """UTF-8 that is labelled latin-1, and the reverse, are read as what they are."""
    assert decode(ENGLISH.encode(), "iso-8859-1") == ENGLISH
    assert decode(ENGLISH.encode("cp1252"), "utf-8") == ENGLISH
    assert decode(ENGLISH.encode(), "no-such-charset") == ENGLISH


@pytest.mark.parametrize("label", ["utf-7", "unicode_escape", "rot13", "idna", "\0"])
def test_codecs_that_are_no_charsets_are_passed_over(label: str) -> None:
    """A hostile label cannot choose a decoder that rewrites the text."""
    assert decode(b"+ADw-b+AD4- \\u0041", label) == "+ADw-b+AD4- \\u0041"


def test_stray_windows_bytes_amid_utf_8_are_read() -> None:
    """Text pasted together from two encodings keeps the marks of both."""
    assert decode("“Oui”, café, déjà ".encode() + b"\x93yes\x94") == "“Oui”, café, déjà “yes”"


def test_a_lone_surrogate_becomes_one_replacement() -> None:
    """In a string and in UTF-8's form, one for one."""
    assert tidy("a\ud800b\udc00") == "a�b�"
    assert decode("a\ud800b".encode("utf-8", "surrogatepass")) == "a�b"


def test_offsets_are_kept() -> None:
    """NULs are replaced one for one; newlines, controls and direction marks stay as they are."""
    assert decode(b"one\0two\r\nthree\rfour\x1b \xe2\x80\x8f!") == "one�two\r\nthree\rfour\x1b \u200f!"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"PK\x03\x04\x14\0word/document.xml", "Word"),
        (b"PK\x03\x04\x14\0a.bin", "ZIP"),
        (b"MZ\x90\0\x03\0", "program"),
        (bytes(range(32)) * 40, "control characters"),
        (b"\0" * 500, "control characters"),
    ],
)
def test_binary_files_are_refused_by_name(data: bytes, named: str) -> None:
    """The message says what it is, where, and what to give instead."""
    with pytest.raises(BinaryInputError, match=named) as caught:
        decode(data, where="thing.txt")
    assert caught.value.where == "thing.txt"
    assert "Give plain text" in str(caught.value)


def test_a_text_may_begin_like_a_program() -> None:
    """Two letters alone make nothing binary."""
    assert decode(b"MZ Fashion, a shop, closed.") == "MZ Fashion, a shop, closed."


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_always_comes_back(text: str) -> None:
    """Whatever is written in UTF-8 is read unchanged."""
    if not text.encode().startswith((codecs.BOM_UTF8, b"PK", b"%PDF", b"GIF8", b"{\\rtf", b"PAR1")):
        assert decode(text.encode()) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """There is no third way out, and no surrogate or NUL in what comes out."""
    try:
        text = decode(data)
    except BinaryInputError:
        return
    assert text == tidy(text)


def test_long_input_takes_linear_time() -> None:
    """Two megabytes of the worst lines go through."""
    for line in (b"\xe9a" * 2**20, b"<meta " * 2**18, b"\xc3\xa9\xe9" * 2**19):
        assert decode(line)
