"""Where glyphs take their data from."""

import logging
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any

from syncd.errors import RowsError, shown
from syncd.model import Model, field
from syncd.model.columns import ColumnsKind
from syncd.model.foreign import rows_of
from syncd.models.frames import columns_of, index_of, is_frame
from syncd.models.selections import SelectionPolicy, UnionRenderers


__all__ = ["ColumnDataSource", "Selection"]

_log = logging.getLogger("syncd.models")


class _DataKind(ColumnsKind):
    """Columns, or a data frame that has them."""

    def check(self, value: Any) -> dict[str, Any]:
        return super().check(value if type(value) is dict else columns_of(value))


class Selection(Model):
    """The rows of a source that are selected."""

    indices: list[int] = []
    "The numbers of the rows, from 0."

    line_indices: list[int] = []
    "The points of a line that was tapped, from 0."

    multiline_indices: dict[str, list[int]] = {}
    "The points that were tapped, by the numbers of the lines that they are in, as text."

    image_indices: list[dict[str, int]] = []
    """The cells of images that were tapped.

    Each has the ``index`` of its image, its column ``i``, its row ``j`` from below, and
    ``flat_index``, its number in the image.
    """


class ColumnDataSource(Model):
    """Named columns of equal length.

    The data are a dict of sequences, or a table: a data frame of pandas, with its
    index as a column, or of polars, a table of Arrow's, or anything that exports one
    of these; their rows are numbered in a column ``index``. Of a pandas frame that is
    grouped by something they are the statistics of each group.
    """

    data: Annotated[Any, _DataKind()] = {}
    "The columns by name: lists, tuples or arrays of equal length."

    selected: Selection = field(default_factory=Selection)
    "The rows that are selected."

    selection_policy: SelectionPolicy = field(default_factory=UnionRenderers)
    "Which rows are selected where several renderers show them."

    default_values: dict[str, Any] = {}
    "What the columns have in a row that a tool adds, by name, before ``empty_value``."

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
        """Return the columns of a data frame, the index of a pandas one among them."""
        return _arrays(columns_of(data))

    @classmethod
    def from_groupby(cls, data: Any) -> dict[str, Any]:
        """Return the statistics of each group of a grouped pandas data frame."""
        return _arrays(columns_of(data))

    def to_df(self) -> Any:
        """Return a pandas data frame with the same columns.

        It has the rows that are drawn: as many as the shortest column. Rows that
        are arrays, such as images, become objects.

        Raises:
            RuntimeError: pandas is not installed.
        """
        try:
            pandas = import_module("pandas")
        except ImportError:
            message = "ColumnDataSource.to_df() needs pandas, which is not installed"
            raise RuntimeError(message) from None
        length = self.length
        columns = {
            name: list(column[:length])
            if getattr(column, "ndim", 1) > 1
            else column[:length]
            for name, column in self.data.items()
        }
        return pandas.DataFrame(columns)

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
        self.data[name] = data
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
            new_data: Values for every column, as many for each: a dict of
                sequences or a data frame. A source without columns takes these. A series of pandas is one row, with the
                names of the columns as its index. The index of a data frame is
                left out if the source has no column of its name.
            rollover: How many rows to keep, the last ones; ``None`` keeps
                all, 0 none.

        Raises:
            RowsError: Columns are missing, unknown or of unequal length.
                Nothing was changed.
        """
        data = self.data
        rows = new_data if type(new_data) is dict else _rows(new_data, data)
        data.stream(rows, rollover)

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


def _arrays(columns: Any) -> dict[str, Any]:
    """Return the columns of a frame as arrays."""
    if not isinstance(columns, Mapping):
        message = f"expected a data frame, got {shown(columns)}"
        raise TypeError(message)
    return {name: rows_of(column) for name, column in columns.items()}


def _rows(new: Any, known: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what is to be streamed as columns."""
    if isinstance(new, Mapping):
        return new
    if hasattr(new, "to_frame") and hasattr(new, "items") and not is_frame(new):
        rows: dict[str, Any] = {str(name): [value] for name, value in new.items()}
        index = "index"
        if (index in known or not known) and index not in rows:
            rows[index] = [0 if new.name is None else new.name]
        return rows
    columns = columns_of(new)
    if not isinstance(columns, Mapping):
        reason = f"got {shown(new)}, expected a dict of columns, or a data frame"
        raise RowsError("ColumnDataSource.stream", reason)
    columns = dict(columns)
    if known and (index := index_of(new, columns)) not in known:
        columns.pop(index, None)
    return columns
