"""Bytes to text: which encoding, in the order that browsers use, and never a failure on text.

Byte order mark, then UTF-8 where the bytes are valid in it (nothing else is by accident), then what
the carrier declares (HTTP header, `<meta>`), then detection. Labels mean what the WHATWG Encoding
Standard says: `iso-8859-1` is windows-1252. Every character is kept, but a NUL or a lone surrogate
becomes U+FFFD, one for one; newlines are as they came.
"""

import codecs
import re

from onrecord.errors import BinaryInputError, message
from onrecord.reading.inputs.binary import full_of_controls, known_binary

SAMPLE = 64 * 1024
"""How many bytes from the start decide on the encoding of a stream."""

RESCUE = "onrecord-rescue"
"""The codec error handler under which any text decodes; see `_rescue`."""

_BOMS = (  # UTF-32's little-endian mark begins with UTF-16's, so it comes first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WHATWG = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}
_LABELS = {
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-x-big5": "big5hkscs",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "ks_c_5601-1987": "cp949",
    "iso-8859-8-i": "iso8859-8",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
}
_TEXT_CODECS = re.compile(r"utf-8|utf-16|utf-32|iso8859|cp\d|koi8|euc|gb|big5|shift|mac|iso2022_jp|ptcp154")
_CANDIDATES = [
    "cp1252", "cp1250", "iso8859_2", "cp1251", "koi8_r", "koi8_u", "cp866", "cp1253", "cp1254", "cp1255",
    "cp1256", "gb18030", "big5", "cp932", "euc_jp", "cp949",
]  # fmt: skip
"""What undeclared text is found to be in; more choice only makes the guess worse."""

_META = re.compile(rb"<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_META_WITHIN = 4096
_REPLACED = re.compile("[\0\ud800-\udfff]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")  # as UTF-8 would write it
_ACCENTED = 0.03
_WELL_FORMED = 2
_CONTROLS = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_WIDE = (("utf-32-le", 4, 3, 0), ("utf-32-be", 4, 0, 3), ("utf-16-le", 2, 1, 0), ("utf-16-be", 2, 0, 1))
_SMALL_HIGHS, _SMALL_LOWS = 0.8, 0.5
_FEW = 0.05


def decode(data: bytes, declared: str | None = None, *, where: str = "input") -> str:
    """The text that `data` holds; `declared` is the charset that the carrier names, if any.

    Raises `BinaryInputError`, naming `where`, for what is no text.
    """
    try:
        return tidy(data.decode(find_encoding(data, declared, where=where), RESCUE))
    except UnicodeError as error:  # a stateful codec that gives up, whatever the handler says
        raise BinaryInputError(where, message("binary", detail=str(error))) from error


def tidy(text: str) -> str:
    """`text` with each NUL and each lone surrogate as U+FFFD, one for one; all offsets stay."""
    return _REPLACED.sub("�", text)


def find_encoding(
    data: bytes, declared: str | None = None, *, where: str = "input", cut: bool = False
) -> str:
    """The Python codec that reads `data`, the whole text or (where `cut`) the beginning of it.

    Decode with the error handler `RESCUE`. Raises `BinaryInputError` for what is no text.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return codec
    sample = data[:SAMPLE]
    if kind := known_binary(sample):
        raise BinaryInputError(where, message("binary", detail=kind))
    if wide := _wide(sample):
        return wide
    if full_of_controls(sample):
        raise BinaryInputError(where, message("binary", detail="it is full of control characters"))
    return _narrow(data, _codec(declared) or _codec(_meta_charset(data)), cut=cut)


def _narrow(data: bytes, label: str | None, *, cut: bool) -> str:
    """The codec of text whose ASCII characters are single bytes."""
    if label and label.startswith("iso2022"):  # all bytes are ASCII, so valid UTF-8 too
        return label
    if _is_utf8(data, cut=cut):
        return "utf-8"
    return label if label and label != "utf-8" and _fits(data, label) else _detect(data)


def _wide(sample: bytes) -> str | None:
    """UTF-32 or UTF-16 without a mark, told by its high bytes: in alphabets they are small numbers."""
    if b"\0" not in sample:
        return None
    whole = sample[: len(sample) // 4 * 4]
    for codec, width, high, low in _WIDE:
        if (
            _small(whole[high::width]) > _SMALL_HIGHS
            and _small(whole[low::width]) < _SMALL_LOWS
            and _is_text(whole, codec)
        ):
            return codec
    return None


def _small(column: bytes) -> float:
    """The share of bytes that stand for controls in ASCII."""
    return sum(map(column.count, range(0x20))) / max(len(column), 1)


def _is_text(sample: bytes, codec: str) -> bool:
    """Whether `sample` is valid in `codec`, but for the odd lone surrogate, and not full of controls."""
    text = sample.decode(codec, "replace")
    return text.count("�") + len(_CONTROLS.findall(text)) <= max(len(text) * _FEW, 1)


def _meta_charset(data: bytes) -> str | None:
    found = _META.search(data, 0, _META_WITHIN)
    label = found[1].decode("ascii") if found else None
    # A page that says UTF-16 in ASCII is not in UTF-16.
    return "utf-8" if label and label.lower().startswith("utf-16") else label


def _codec(label: str | None) -> str | None:
    """The codec for a WHATWG label, None for an unknown one (and for codecs that are no charsets)."""
    if not label:
        return None
    wanted = label.strip().strip("\"'").lower()
    try:
        name = codecs.lookup(_LABELS.get(wanted, wanted)).name
    except (LookupError, ValueError):
        return None
    name = _WHATWG.get(name, name)
    return name if _TEXT_CODECS.match(name) else None


def _is_utf8(data: bytes, *, cut: bool) -> bool:
    """Whether it is UTF-8, but for a character cut off at the end or few stray bytes among good ones."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        if cut and error.reason == "unexpected end of data":
            return True
        text = data.decode("utf-8", "replace")
        bad = text.count("�")
        good = len(text) - len(text.encode("ascii", "ignore")) - bad
        return good >= _WELL_FORMED * bad
    return True


def _fits(data: bytes, codec: str) -> bool:
    """Whether nearly all of `data` is valid in `codec`."""
    text = data.decode(codec, "replace")
    return text.count("�") * 100 <= len(text)


def _detect(data: bytes) -> str:
    """The likeliest codec for text that is neither UTF-8 nor declared."""
    first = _HIGH.search(data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    sample = data[start : start + SAMPLE]
    if sum(len(run) for run in _HIGH.findall(sample)) < len(sample) * _ACCENTED:
        return "cp1252"  # English with curly quotes and a name or two: too little to tell more from
    import charset_normalizer  # noqa: PLC0415 - slow to load, seldom needed

    best = charset_normalizer.from_bytes(sample, cp_isolation=_CANDIDATES).best()
    return best.encoding if best else "cp1252"


def _rescue(error: UnicodeError) -> tuple[str, int]:
    """Decode what a codec refuses: a stray windows-1252 byte as its character, else U+FFFD.

    Single bytes amid UTF-8 come from text pasted together from two encodings; undefined bytes of
    single-byte charsets are the C1 controls, as in browsers.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, start, end = error.object, error.start, error.end
    if error.encoding == "charmap":
        return "".join(map(chr, data[start:end])), end
    if error.encoding != "utf-8" or end - start > 1 or error.reason == "unexpected end of data":
        return "�", end
    if _SURROGATE.match(data, start):
        return "�", start + 3
    return data[start:end].decode("cp1252", "replace"), end


codecs.register_error(RESCUE, _rescue)
