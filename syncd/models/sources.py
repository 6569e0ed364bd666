"""Where glyphs take their data from."""

import logging
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any

from syncd.model import Model, field
from syncd.model.columns import ColumnsKind


__all__ = ["ColumnDataSource", "Selection"]

_log = logging.getLogger("syncd.models")


class _DataKind(ColumnsKind):
    """Columns, or a data frame that has them."""

    def check(self, value: Any) -> dict[str, Any]:
        return super().check(_columns_of(value))


class Selection(Model):
    """The rows of a source that are selected."""

    indices: list[int] = []
    "The numbers of the rows, from 0."


class ColumnDataSource(Model):
    """Named columns of equal length.

    The data are a dict of sequences, or anything with the columns and the
    index of a pandas data frame; of a frame grouped by something, the
    statistics of each group.
    """

    data: Annotated[Any, _DataKind()] = {}
    "The columns by name: lists, tuples or arrays of equal length."

    selected: Selection = field(default_factory=Selection)
    "The rows that are selected."

    def __init__(self, *args: Any, **values: Any) -> None:
        if len(args) > 1 or (args and "data" in values):
            message = "ColumnDataSource takes one set of data, by position or as 'data'"
            raise ValueError(message)
        if args:
            values["data"] = args[0]
        super().__init__(**values)

    @property
    def column_names(self) -> list[str]:
        """The names of the columns, as a copy."""
        return list(self.data)

    @property
    def length(self) -> int:
        """The number of rows: that of the shortest column."""
        return min(map(len, self.data.values()), default=0)

    @classmethod
    def from_df(cls, data: Any) -> dict[str, Any]:
        """Return the columns of a pandas data frame, its index among them."""
        return _frame_columns(data)

    @classmethod
    def from_groupby(cls, data: Any) -> dict[str, Any]:
        """Return the statistics of each group of a grouped pandas data frame."""
        return _frame_columns(data.describe())

    def to_df(self) -> Any:
        """Return a pandas data frame with the same columns.

        Raises:
            RuntimeError: pandas is not installed.
        """
        try:
            pandas = import_module("pandas")
        except ImportError:
            message = "ColumnDataSource.to_df() needs pandas, which is not installed"
            raise RuntimeError(message) from None
        return pandas.DataFrame(dict(self.data))

    def add(self, data: Any, name: str | None = None) -> str:
        """Add a column.

        Args:
            data: Its values, as many as there are rows.
            name: Its name; ``None`` finds a free one.

        Returns:
            The name of the column.
        """
        if name is None:
            number = len(self.data)
            while f"Series {number}" in self.data:
                number += 1
            name = f"Series {number}"
        self.data[name] = as_column(data)
        return name

    def remove(self, name: str) -> None:
        """Remove a column; one that does not exist is only logged."""
        if name not in self.data:
            _log.warning("no column %r to remove; there are %s", name, list(self.data))
            return
        del self.data[name]

    def stream(self, new_data: Any, rollover: int | None = None) -> None:
        """Append rows; only those are sent.

        Args:
            new_data: Values for every column, as many for each; a dict of
                sequences or a pandas data frame.
            rollover: How many rows to keep, the last ones; ``None`` keeps
                all.

        Raises:
            RowsError: Columns are missing, unknown or of unequal length, or no
                row is to be kept. Nothing was changed.
        """
        if hasattr(new_data, "to_frame") and not _is_frame(new_data):
            new_data = new_data.to_frame()  # a series of pandas
        frame = _is_frame(new_data)
        rows = _frame_columns(new_data) if frame else dict(new_data)
        if frame and (index := _index_name(new_data)) not in self.data:
            del rows[index]
        columns = {name: as_column(values) for name, values in rows.items()}
        self.data.stream(columns, rollover)

    def patch(self, patches: Mapping[str, Sequence[tuple[Any, Any]]]) -> None:
        """Set single rows, or slices of rows, to other values.

        Args:
            patches: For each column pairs of an index and a value, or of a
                slice and as many values. In columns whose rows are arrays, such
                as images, the index may be a tuple of a row and an index or
                slice for each dimension: ``{"image": [((0, slice(2), 5), [1, 2])]}``.

        Raises:
            RowsError: A column is unknown, or an index outside.
        """
        self.data.patch(patches)


def as_column(values: Any) -> Any:
    """Return values as a column can hold them.

    A pandas series becomes an array, and what can only be iterated over
    becomes a list; anything else is left for the field to check.
    """
    if type(values) is list or hasattr(type(values), "__array_interface__"):
        return values
    if hasattr(values, "to_numpy"):
        return values.to_numpy()
    if isinstance(values, str | bytes | Mapping) or hasattr(values, "__len__"):
        return values
    return list(values) if hasattr(values, "__iter__") else values


def _columns_of(data: Any) -> Any:
    if type(data) is dict:
        return {name: as_column(values) for name, values in data.items()}
    if _is_frame(data):
        return _frame_columns(data)
    if is_grouping(data):
        return _frame_columns(data.describe())
    if isinstance(data, Mapping):
        return {name: as_column(values) for name, values in data.items()}
    return data


def is_grouping(data: Any) -> bool:
    """Tell what pandas' ``groupby`` returns."""
    return hasattr(data, "groups") and hasattr(data, "describe")


def _is_frame(data: Any) -> bool:
    """Tell a data frame, of which we only know what it looks like."""
    return hasattr(data, "columns") and hasattr(data, "index")


def _index_name(frame: Any) -> str:
    """Return the name of the column that a frame's index becomes."""
    names = [str(name) for name in frame.index.names if name is not None]
    return "_".join(names) if names else "index"


def _frame_columns(frame: Any) -> dict[str, Any]:
    """Return the columns and the index of a data frame."""
    columns: dict[str, Any] = {_index_name(frame): frame.index.to_numpy()}
    for position, name in enumerate(frame.columns):
        label = "_".join(map(str, name)) if isinstance(name, tuple) else str(name)
        columns[label] = frame.iloc[:, position].to_numpy()
    return columns
