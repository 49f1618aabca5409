"""What can go wrong, as one tree; every message says how to mend it.

OnrecordError
├── UsageError            the arguments cannot be used at all (exit status 2)
│   ├── ModelError            the model that reads is missing or damaged
│   └── KnowledgeError        the knowledge, or a file of one's own beside it, cannot be used
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
    "broken-link": "the link leads to a file that is not there ({target}). Mend the link, or name the file.",
    "no-match": "no file matches this pattern. Check it, or name the files.",
    "no-files": "the folder holds no .txt, .html, .jsonl, .csv or .parquet file (plain, .gz or .zst).",
    "not-a-file": "this is {what}, not a file. Name a file, or send it through: COMMAND | onrecord read -",
    "unreadable": "it cannot be opened ({detail}). Check its permissions.",
    "empty": "the input is empty. Give a file with an article in it.",
    "no-rows": "the table has no rows. Give a file with one article a row.",
    "binary": "this is not text ({detail}). Give plain text, HTML, JSONL, CSV or Parquet.",
    "not-read": "this is {what}, which is not read. Give plain text, HTML, JSONL (one object a line), CSV or "
    "Parquet.",
    "damaged": "the file is damaged or cut off ({detail}). Fetch or compress it again.",
    "too-large": "larger than the limit of {limit} MB for one article. Split it, or raise --max-mb.",
    "no-article": "no article found on this page ({detail}). Give the article's own page, or its text.",
    "bad-row": "row {row}: {detail}",
    "row-json": "not JSON ({detail}). Write one whole JSON object on each line.",
    "row-object": 'a JSON {what} and not an object. Write {{"text": "..."}} on each line.',
    "row-text": "no text; the columns are {columns}. Map yours with --columns text=NAME.",
    "row-empty": "its text is empty. Leave the row out, or fill in {column!r}.",
    "row-type": "{column!r} is {what}, not {wanted}. Mend the row.",
    "row-csv": "not well-formed CSV ({detail}). Put marks around cells, and double the marks within them.",
    "fetch": "the address could not be read ({detail}). Check it, or save the page and read the file.",
    "column": "there is no column {column!r}; the columns are {columns}. Map yours with --columns text=NAME.",
    "columns": "{field!r} is no field of ours. Map one of {fields}, such as --columns text=NAME.",
    "bad-date": "{value!r} is not a date. Write it as 2025-02-19, 2025-02 or 2025.",
    "early-date": "{value!r} is before {earliest}. Ask for a later day: the knowledge begins there.",
    "who-line": "line {row}: {detail}",
    "who-text": 'no text. Write {{"text": "...", "on": "2025-02-19"}} on each line; "on" may be left out.',
    "who-nothing": "there is nothing to look up. Give a text, or - for standard input.",
    "knowledge-unknown": "nothing has the id {value!r}. Find ids with: onrecord knowledge search NAME",
    "max-bytes": "the limit for one article must be above nothing. Give a larger one, such as --max-mb 32.",
    "nothing-given": "there is nothing to read. Give a path, an address, a text or bytes.",
    "nothing-named": "nothing to read. Name files, folders or addresses, or - for standard input.",
    "unknown-option": "there is no option {names}. See onrecord.read for those there are.",
    "option": "an option is unusable: {detail}. See onrecord.read for what each takes.",
    "model-name": "there is no model {value!r}. Choose {names}.",
    "min-confidence": "{value!r} is no confidence. Give a number from 0 to 1, such as 0.5.",
    "threads": "{value!r} is no number of threads. Give 1 or more.",
    "workers": "there must be one of the workers at least.",
    "no-input": "{what} names no input. Give a path, an address, a pattern or - for standard input.",
    "no-source": "{what} cannot be read. Give a path, an address, a text or bytes.",
    "worker-lost": "a process that read has been killed, likely for want of memory. Give fewer workers.",
    "bug": "onrecord itself failed on it ({detail}). Please report that, with the article if you can.",
    "no-format": "there is no format {what!r}. Choose one of {formats}.",
    "unwritable": "{what}: cannot be written ({detail}). Choose another --output.",
    "output-is-input": "{what}: it would be read and written at once. Choose an --output outside the inputs.",
    "model-missing": "{what}: the model's file cannot be read ({detail}). Install onrecord again, or "
    "name its folder.",
    "model-damaged": "{what}: the model's file is damaged or not the one it came with. Install "
    "onrecord again.",
    "model-version": "{what}: this model is for another version of onrecord. Install both from one release.",
    "knowledge-missing": "the packaged knowledge cannot be read ({detail}). Install onrecord again.",
    "knowledge-text": "not UTF-8 text ({detail}). Save it as CSV in UTF-8.",
    "knowledge-header": "the first line must be the header: {columns}",
    "knowledge-large": "larger than {limit} MB, the limit for a file of one's own. Split it.",
    "knowledge-cells": "{found} cells, not {wanted}. Put marks around a cell with a comma in it.",
    "knowledge-name": "there is no name. Fill it in, or leave the row out.",
    "knowledge-value": "{column!r} is {value!r}. Write {wanted}.",
    "knowledge-order": "it ends ({until}) before it begins ({since}). Mend one of the days.",
    "extra": "reading {what} needs an extra package. Install it with: pip install 'onrecord[{extra}]'",
}
"""One table of messages: what is wrong, then how to mend it."""


class OnrecordError(Exception):
    """The root of all errors that onrecord raises on purpose."""


class UsageError(OnrecordError):
    """The arguments cannot be used at all."""


class ModelError(UsageError):
    """The model that reads is missing, damaged or of another version."""


class KnowledgeError(UsageError):
    """The knowledge cannot be used: a packaged file is gone, or a row of one's own is wrong.

    `where` names the file, `row` is the line in it from 1, if one line is at fault.
    """

    def __init__(self, where: str, problem: str, *, row: int | None = None) -> None:
        super().__init__(f"{where}:{row}: {problem}" if row else f"{where}: {problem}")
        self.where = where
        self.problem = problem
        self.row = row

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the arguments when a worker process hands the error over."""
        return (_rebuild, (type(self), self.where, self.problem, self.row))


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


def _rebuild(
    kind: type[InputError | KnowledgeError], where: str, problem: str, row: int | None
) -> InputError | KnowledgeError:
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
