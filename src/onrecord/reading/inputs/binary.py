"""What is no text: known file types by their first bytes, else by how many control characters."""

import re

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x7fELF", "a program"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\x1f\x8b\x08", "a gzip archive within another"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive within another"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS\x00", "an audio or video file"),
    (b"ID3\x03\x00", "an audio file"),
    (b"ID3\x04\x00", "an audio file"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\x00asm", "a program"),
)
_ZIP = b"PK\x03\x04"
_ZIP_CONTENTS = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an EPUB book"),
)
# Tab, newlines, form feed, backspace and escape occur in text from terminals and old systems.
_CONTROL = re.compile(rb"[\x00-\x07\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_MANY = 0.05


def known_binary(sample: bytes) -> str | None:
    """The file type whose mark `sample`, the first bytes of a file, begins with; None for no known one."""
    if sample.startswith(_ZIP):
        return next((name for mark, name in _ZIP_CONTENTS if mark in sample), "a ZIP archive")
    if sample.startswith(b"MZ") and b"\0" in sample:  # a text may begin with these two letters
        return "a program"
    return next((name for mark, name in _MAGIC if sample.startswith(mark)), None)


def full_of_controls(sample: bytes) -> bool:
    """Whether control characters are too many for a text in an encoding of one byte a letter."""
    return len(_CONTROL.findall(sample)) > max(len(sample) * _MANY, 4)
