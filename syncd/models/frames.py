"""Tables of other libraries, known by their public protocols alone.

A frame of pandas has columns and an index; one of polars has series; a table of
Arrow's has names and columns; whatever else there is exports one of these. What has
no index gets the numbers of its rows as one.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from syncd.model.foreign import read_with


if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "columns_of",
    "frame_columns",
    "index_name",
    "index_of",
    "is_frame",
    "is_grouping",
]

_log = logging.getLogger("syncd.models")


def columns_of(data: Any) -> Any:
    """Return a table as a mapping of names to columns.

    What is no table is returned as it is.

    Raises:
        ValueError: It stands for a table that has to be made first; the message
            says how.
    """
    if isinstance(data, Mapping):
        return data
    cls = type(data)
    if hasattr(cls, "_asdict"):  # a named tuple, such as `HexBins`
        return data._asdict()
    _refuse_lazy(data)
    if is_frame(data):
        return frame_columns(data)
    if is_grouping(data):
        return frame_columns(data.describe())
    return _columnar(data, cls)


def _columnar(data: Any, cls: type) -> Any:
    """Return the columns of a table without an index."""
    if hasattr(cls, "get_columns"):  # polars
        return _numbered((series.name, series) for series in data.get_columns())
    if hasattr(cls, "column_names") and hasattr(cls, "itercolumns"):  # Arrow
        return _numbered(zip(data.column_names, data.itercolumns(), strict=True))
    _refuse_parts(cls)
    if hasattr(cls, "__arrow_c_stream__") or hasattr(cls, "__dataframe__"):
        return _exported(data, cls)
    return data


def is_frame(data: Any) -> bool:
    """Tell a frame of pandas, of which we only know what it looks like."""
    return hasattr(data, "columns") and hasattr(data, "index") and hasattr(data, "iloc")


def is_grouping(data: Any) -> bool:
    """Tell what pandas' ``groupby`` returns."""
    return hasattr(data, "groups") and hasattr(data, "describe")


def index_of(table: Any, columns: Mapping[str, Any]) -> str:
    """Return which of the columns of a table is its index, or nothing."""
    if hasattr(type(table), "_asdict"):
        return ""
    return index_name(table) if is_frame(table) else next(iter(columns), "")


def index_name(frame: Any) -> str:
    """Return the name of the column that the index of a frame of pandas becomes."""
    names = list(frame.index.names)
    if len(names) == 1 and names[0] not in {None, ""}:
        return str(names[0])
    if all(isinstance(name, str) for name in names):
        return "_".join(names) or "index"
    return "index"


def frame_columns(frame: Any) -> dict[str, Any]:
    """Return the columns and the index of a frame of pandas.

    An index that is called as a column is left out: there is one column of a name.
    """
    names = list(map(_label, frame.columns))
    columns = _named(
        (name, frame.iloc[:, position]) for position, name in enumerate(names)
    )
    index = index_name(frame)
    if index == "index" and index in columns:
        index = "level_0"
    return columns if index in columns else {index: frame.index, **columns}


def _label(name: Any) -> str:
    return "_".join(map(str, name)) if isinstance(name, tuple) else str(name)


def _named(columns: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    named: dict[str, Any] = {}
    for name, column in columns:
        if name in named:
            _log.warning("several columns are called %r; the last one counts", name)
        named[name] = column
    return named


def _numbered(columns: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Return the columns of a table without an index, and the numbers of its rows."""
    named = _named(columns)
    numpy = sys.modules.get("numpy")
    rows = len(next(iter(named.values()), ()))
    numbers = list(range(rows)) if numpy is None else numpy.arange(rows)
    return {"level_0" if "index" in named else "index": numbers, **named}


def _refuse_lazy(data: Any) -> None:
    """Raise if the rows have to be computed first, and say how."""
    for method in ("collect", "compute"):
        if hasattr(type(data), method):
            message = f"a {type(data).__name__} has no rows yet; use .{method}()"
            raise ValueError(message)


def _refuse_parts(cls: type) -> None:
    """Raise if it is more than a table, or less, and say how to make one."""
    if hasattr(cls, "agg") and hasattr(cls, "n_unique"):
        message = f"a {cls.__name__} is no table; use .agg(…) to make one of it"
        raise ValueError(message)
    if hasattr(cls, "to_frame"):
        message = f"a {cls.__name__} is one column; use .to_frame(), or a dict"
        raise ValueError(message)


def _exported(data: Any, cls: type) -> Any:
    """Return the columns of a table that only exports itself."""
    readers = (
        {
            "pyarrow": "pyarrow:table",
            "polars": "polars:DataFrame",
            "pandas": "pandas:DataFrame.from_arrow",
        }
        if hasattr(cls, "__arrow_c_stream__")
        else {
            "pyarrow": "pyarrow.interchange:from_dataframe",
            "polars": "polars:from_dataframe",
            "pandas": "pandas.api.interchange:from_dataframe",
        }
    )
    table = read_with(data, readers)
    if table is None:
        message = (
            f"nothing that is installed can read a {cls.__name__}; install pyarrow or"
            " polars, or give a dict of columns"
        )
        raise ValueError(message)
    return columns_of(table)
