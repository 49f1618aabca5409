"""Parquet, batch by batch, so that memory does not grow with the file. Needs the extra `parquet`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from onrecord.errors import DamagedInputError, EmptyInputError, InputError, RowError, message
from onrecord.reading.inputs.rows import check_columns, row_item
from onrecord.reading.item import FIELDS, Item, ReadSettings

BATCH = 64
"""Rows in memory at a time; articles are long."""


def parquet_items(chunks: Iterable[bytes], file: str, settings: ReadSettings) -> Iterator[Item | InputError]:
    """An item a row, in order, or what is wrong with it; rows count from 1.

    A stream is put into a temporary file first: Parquet is read from its end. Raises what
    `check_columns` does, `DamagedInputError`, and `EmptyInputError` where there is no row.
    """
    from tempfile import TemporaryFile  # noqa: PLC0415 - slow to load, for few

    with TemporaryFile() as copy:
        for chunk in chunks:
            copy.write(chunk)
        copy.seek(0)
        yield from _items(copy, file, settings)


def parquet_file_items(path: Path, file: str, settings: ReadSettings) -> Iterator[Item | InputError]:
    """The same of a file that is not packed, read where it lies."""
    with path.open("rb") as stream:
        yield from _items(stream, file, settings)


def _items(stream: IO[bytes], file: str, settings: ReadSettings) -> Iterator[Item | InputError]:
    number = 0
    for number, row in enumerate(_rows(stream, file, settings), start=1):
        try:
            yield row_item(row, number, file, settings)
        except RowError as error:
            yield error
    if not number:
        raise EmptyInputError(file, message("no-rows"))


def _rows(stream: IO[bytes], file: str, settings: ReadSettings) -> Iterator[dict[str, object]]:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to load
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError as error:
        raise InputError(file, message("extra", what="Parquet", extra="parquet")) from error
    try:
        table = ParquetFile(stream)
        names = table.schema_arrow.names
        check_columns(names, file, settings)
        wanted = [name for field in FIELDS if (name := settings.columns.get(field, field)) in names]
        for batch in table.iter_batches(BATCH, columns=wanted):
            yield from pa.table([_plain(batch.column(name)) for name in wanted], names=wanted).to_pylist()
    except (pa.ArrowException, OSError) as error:
        detail = str(error).split("\n", 1)[0].rstrip(".")
        raise DamagedInputError(file, message("damaged", detail=detail)) from error


def _plain(column: Any) -> Any:  # noqa: ANN401 - pyarrow ships no types
    """Times without what Python's cannot hold (nanoseconds); the zone stays."""
    import pyarrow as pa  # noqa: PLC0415

    if pa.types.is_timestamp(column.type):
        return column.cast(pa.timestamp("us", column.type.tz), safe=False)
    return column
