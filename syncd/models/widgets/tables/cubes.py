"""Tables whose rows are grouped, with totals."""

from syncd.model import Model
from syncd.model import field as made
from syncd.models.sources import ColumnDataSource
from syncd.models.widgets.tables.tables import DataTable


__all__ = [
    "AvgAggregator",
    "DataCube",
    "GroupingInfo",
    "MaxAggregator",
    "MinAggregator",
    "RowAggregator",
    "SumAggregator",
]


class RowAggregator(Model):
    """One number of many rows."""

    field_: str = ""
    "The name of the column."


class AvgAggregator(RowAggregator):
    """The mean of a column."""


class MinAggregator(RowAggregator):
    """The least of a column."""


class MaxAggregator(RowAggregator):
    """The greatest of a column."""


class SumAggregator(RowAggregator):
    """The sum of a column."""


class GroupingInfo(Model):
    """How rows are grouped."""

    getter: str = ""
    "The name of the column whose values make the groups."

    aggregators: list[RowAggregator] = []
    "What is told of each group, in the columns that it is told of."

    collapsed: bool = False
    "Whether groups are closed at first."


class DataCube(DataTable):
    """A table with groups of rows that open and close."""

    grouping: list[GroupingInfo] = []
    "The groups, and the groups in them."

    target: ColumnDataSource = made(default_factory=ColumnDataSource)
    "Where browsers write which groups there are: ``row_indices`` and ``labels``."
