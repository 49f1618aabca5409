"""What can go wrong, as one tree; every message says how to mend it.

OnrecordError
├── UsageError            the arguments cannot be used at all (exit status 2)
└── InputError            one input cannot be read; the others go on (exit status 1)
├── MissingInputError     no such file, folder, or nothing matches
├── EmptyInputError       there is nothing in it
├── BinaryInputError      it is no text in any encoding we know
├── DamagedInputError     truncated or broken container (gzip, zstd, parquet)
├── TooLargeError         larger than the stated limit
├── NoArticleError        a page without an article in it
├── RowError              one row of a table or JSONL file
└── FetchError            an address that does not answer with a page
"""

MESSAGES = {
    "missing": "there is no such file or folder. Check the path, or quote a pattern such as '*.txt'.",
    "no-match": "no file matches this pattern. Check it, or name the files.",
    "no-files": "the folder holds no .txt, .html, .jsonl, .csv or .parquet file (plain, .gz or .zst).",
    "empty": "the input is empty. Give a file with an article in it.",
    "binary": "this is not text ({detail}). Give plain text, HTML, JSONL, CSV or Parquet.",
    "damaged": "the file is damaged or cut off ({detail}). Fetch or compress it again.",
    "too-large": "larger than the limit of {limit} MB for one article. Split it, or raise --max-mb.",
    "no-article": "no article found on this page ({detail}). Give the article's own page, or its text.",
    "bad-row": "row {row}: {detail}",
    "fetch": "the address could not be read ({detail}). Check it, or save the page and read the file.",
    "column": "there is no column {column!r}; the columns are {columns}. Map yours with --columns text=NAME.",
    "bad-date": "{value!r} is not a date. Write it as 2025-02-19, 2025-02 or 2025.",
    "extra": "reading {what} needs an extra package. Install it with: pip install 'onrecord[{extra}]'",
    "unknown-format": "the ending of this file is unknown. Known: {known}. Say which with --input-format.",
}
"""One table of messages: what is wrong, then how to mend it."""


class OnrecordError(Exception):
    """The root of all errors that onrecord raises on purpose."""


class UsageError(OnrecordError):
    """The arguments cannot be used at all."""


class InputError(OnrecordError):
    """One input cannot be read. `where` names it, `row` is its row from 1, if it has rows."""

    def __init__(self, where: str, problem: str, *, row: int | None = None) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where
        self.problem = problem
        self.row = row

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the arguments when a worker process hands the error over."""
        return (_rebuild, (type(self), self.where, self.problem, self.row))


def _rebuild(kind: type[InputError], where: str, problem: str, row: int | None) -> InputError:
    return kind(where, problem, row=row)


class MissingInputError(InputError):
    """No such file, or nothing matches the pattern."""


class EmptyInputError(InputError):
    """There is nothing in the input."""


class BinaryInputError(InputError):
    """The input is no text in any encoding we know."""


class DamagedInputError(InputError):
    """A container that is cut off or broken: gzip, zstd, Parquet."""


class TooLargeError(InputError):
    """The input is larger than the stated limit."""


class NoArticleError(InputError):
    """A page without an article in it: a login form, a paywall stub, a list."""


class RowError(InputError):
    """One row of a JSONL, CSV or Parquet file cannot be read; `row` counts from 1."""


class FetchError(InputError):
    """An address that does not answer, or not with a page."""


def message(name: str, **parts: object) -> str:
    """The text of the message `name` with its parts filled in."""
    return MESSAGES[name].format(**parts)
