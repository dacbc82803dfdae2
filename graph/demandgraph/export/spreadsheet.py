"""Writes a graph's tables for spreadsheets and data frames: CSV, Excel workbooks, Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import BinaryIO

from demandgraph.characters import portable
from demandgraph.errors import ExportError
from demandgraph.export.options import Options
from demandgraph.export.sheets import SHEETS, Sheet, Value
from demandgraph.export.table import BOM, cell
from demandgraph.store import Store

CELL_LIMIT = 32_767
"""Characters that a cell of Excel holds."""
EPOCH = (2000, 1, 1)
Write = Callable[[Store, BinaryIO, Options], None]


def csv_of(name: str) -> Write:
    """The writer of one table as CSV; cells are kept from running as formulas."""

    def write(store: Store, file: BinaryIO, options: Options) -> None:
        sheet = SHEETS[name](store, options)
        buffer = io.StringIO()
        writer = csv.writer(buffer)
        writer.writerow(sheet.columns)
        writer.writerows([safe(value) for value in row] for row in sheet.rows)
        file.write((BOM + buffer.getvalue()).encode())

    return write


def safe(value: Value) -> Value:
    """A value for a cell."""
    return cell(portable(value)) if isinstance(value, str) else value


def write_workbook(store: Store, file: BinaryIO, options: Options) -> None:
    """An Excel workbook with a sheet each for demands, actors, events and documents; texts stay texts.

    Raises
    ------
    ExportError
        If XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise ExportError("workbooks need XlsxWriter; install it with: pip install 'demandgraph[tables]'") from None
    from datetime import datetime

    book = Workbook(file, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties({"created": datetime(*EPOCH)})  # equal graphs are equal files
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    for make in SHEETS.values():
        sheet = make(store, options)
        page = book.add_worksheet(sheet.name)
        page.freeze_panes(1, 1)
        for column, name in enumerate(sheet.columns):
            page.set_column(column, column, width(sheet, column))
            page.write_string(0, column, name, head)
        for line, row in enumerate(sheet.rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    page.write_string(line, column, portable(value)[:CELL_LIMIT], text)
                elif value is not None:
                    page.write_number(line, column, value, text)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
    book.close()


def width(sheet: Sheet, column: int) -> int:
    """How wide a column is, in characters: as its usual content, within reason."""
    lengths = sorted(len(str(row[column] or "")) for row in sheet.rows) or [0]
    return max(len(sheet.columns[column]) + 3, min(60, lengths[len(lengths) * 3 // 4] + 2))


def parquet_of(name: str) -> Write:
    """The writer of one table as Parquet."""

    def write(store: Store, file: BinaryIO, options: Options) -> None:
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ImportError:
            raise ExportError("Parquet needs pyarrow; install it with: pip install 'demandgraph[tables]'") from None
        sheet = SHEETS[name](store, options)
        columns = {
            key: pa.array([clean(row[i]) for row in sheet.rows], type=arrow_type(pa, key))
            for i, key in enumerate(sheet.columns)
        }
        pq.write_table(pa.table(columns), file)

    return write


def clean(value: Value) -> Value:
    """A value that Parquet can hold: its texts are UTF-8."""
    return portable(value) if isinstance(value, str) else value


NUMBERS = {"begin": "int64", "end": "int64", "characters": "int64", "confidence": "float64"}


def arrow_type(pa: object, column: str) -> object:
    """The Arrow type of a column."""
    return getattr(pa, NUMBERS.get(column, "string"))()
