"""CSV and TSV with a header: quoted cells may hold newlines, the delimiter is found out."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, count

from onrecord.errors import EmptyInputError, InputError, RowError, message
from onrecord.reading.inputs.lines import MARK, Lines, LineTooLongError
from onrecord.reading.inputs.rows import check_columns, row_error, row_item, row_too_large
from onrecord.reading.item import FIELDS, Item, ReadSettings

DELIMITERS = ",;\t|"
_FIELD_LIMIT_HIT = "field larger"


def csv_items(chunks: Iterable[bytes], file: str, settings: ReadSettings) -> Iterator[Item | InputError]:
    """An item a row, in order, or what is wrong with it; row 1 is the first one below the header.

    Raises what `check_columns` does, `EmptyInputError` where there is no row, and `DamagedInputError`
    where the stream breaks off, after the rows before.
    """
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_bytes))  # the module has but one for all
    table = _Table(Lines(chunks, limit=settings.max_bytes, where=file, newline=""), file, settings)
    seen = False
    for number in count(1):
        try:
            cells = table.next_row()
        except (csv.Error, LineTooLongError) as error:
            seen = True
            yield table.bad_row(error, number)
            continue
        if cells is None:
            break
        if any(cells):
            seen = True
            yield table.item(cells, number)
    if not seen:
        raise EmptyInputError(file, message("no-rows"))


class _Table:
    """A header and the rows below it."""

    def __init__(self, lines: Lines, file: str, settings: ReadSettings) -> None:
        self._file, self._settings = file, settings
        try:
            first = next((line for line in lines if not line.isspace()), "")
            self._lines = _MarkedLines(first, lines)
            delimiter = _delimiter(first, {*FIELDS, *settings.columns.values()})
            # Strict, because the lenient way takes a cell apart, or swallows the next rows, without a word.
            self._reader = csv.reader(self._lines, delimiter=delimiter, strict=True)
            self._header = [name.strip() for name in self.next_row() or []]
        except (csv.Error, LineTooLongError) as error:
            problem = message("row-csv", detail=f"header: {error}")
            raise InputError(file, problem) from error
        if not any(self._header):
            raise EmptyInputError(file, message("empty"))
        check_columns(self._header, file, settings)

    def next_row(self) -> list[str] | None:
        """The cells of the next row, None after the last."""
        self._lines.within = False
        return next(self._reader, None)

    def item(self, cells: list[str], number: int) -> Item | RowError:
        if any(cells[len(self._header) :]):
            detail = f"{len(cells)} cells under {len(self._header)} columns"
            return row_error(self._file, number, message("row-csv", detail=detail))
        row = {name: cell or None for name, cell in zip(self._header, cells, strict=False)}
        try:
            return row_item(row, number, self._file, self._settings)
        except RowError as error:
            return error

    def bad_row(self, error: Exception, number: int) -> RowError:
        """What is wrong with the row at hand. Of one that is too large, the rest is passed over."""
        if isinstance(error, csv.Error) and not str(error).startswith(_FIELD_LIMIT_HIT):
            detail = f"{error}, line {self._reader.line_num}"
            return row_error(self._file, number, message("row-csv", detail=detail))
        self._lines.pass_over()
        return row_too_large(self._file, number, self._settings.max_bytes)


class _MarkedLines:
    """Lines, and whether the marks so far leave one at the end `within` a quoted cell."""

    def __init__(self, first: str, lines: Lines) -> None:
        self._lines = chain([first] if first else [], lines)
        self.within = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = next(self._lines)
        except LineTooLongError as error:
            self.within ^= error.marks % 2 == 1
            raise
        self.within ^= line.count(MARK) % 2 == 1
        return line

    def pass_over(self) -> None:
        """Go on to the end of the quoted cell."""
        while self.within:
            with suppress(LineTooLongError):
                if next(self, None) is None:
                    return


def _delimiter(header: str, names: set[str]) -> str:
    """The delimiter by which the header has most of the names that are looked for, then most cells."""

    def fit(delimiter: str) -> tuple[int, int]:
        cells = [cell.strip() for cell in next(csv.reader([header], delimiter=delimiter), [])]
        return len(names & set(cells)), len(cells)

    return max(DELIMITERS, key=fit)
