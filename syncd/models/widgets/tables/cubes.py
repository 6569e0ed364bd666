"""Tables whose rows stand in groups, with what sums each group up."""

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
    """What makes one number of the numbers of a group."""

    field_: str = ""
    "The name of the source's column."


class AvgAggregator(RowAggregator):
    """The mean of a group; gaps are left out."""


class MinAggregator(RowAggregator):
    """The least number of a group."""


class MaxAggregator(RowAggregator):
    """The greatest number of a group."""


class SumAggregator(RowAggregator):
    """The sum of a group."""


class GroupingInfo(Model):
    """One level of groups."""

    getter: str = ""
    "The name of the source's column whose values are the groups."

    aggregators: list[RowAggregator] = []
    "What stands in the rows of the groups, each in its own column."

    collapsed: bool = False
    "Whether groups are closed until somebody opens them."


class DataCube(DataTable):
    """Rows of a source in groups that can be opened and closed.

    Everybody who looks at a document sees the same groups open. ``target`` says which:
    ``row_indices`` are the rows of each group, or the number of a row, and ``labels``
    what stands in the first column. It is written whenever somebody opens, closes or
    sorts; what takes long to tell is told when people rest or turn to something else.
    What is too large for a message is not told, and each page goes by itself then.
    """

    grouping: list[GroupingInfo] = []
    "The levels of groups, the outermost first."

    target: ColumnDataSource = made(
        default_factory=lambda: ColumnDataSource({"row_indices": [], "labels": []})
    )
    "What says which groups and rows are open."

    index_position: int | None = None
    "Where numbers of rows stand among the columns; negative counts from the end."
