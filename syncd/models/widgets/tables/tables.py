"""Tables of the rows of a source."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from syncd.model import Model
from syncd.model import field as made
from syncd.model.specs import NonNegativeInt, PositiveInt
from syncd.models.comparisons import Comparison
from syncd.models.filters import CDSView
from syncd.models.sources import ColumnDataSource
from syncd.models.widgets.tables.editors import CellEditor, StringEditor
from syncd.models.widgets.tables.formatters import CellFormatter, StringFormatter
from syncd.models.widgets.widget import Widget


__all__ = ["DataTable", "TableColumn", "TableWidget"]


class TableColumn(Model):
    """One column of a table."""

    field: str = ""
    "The name of the source's column."

    title: str | None = None
    "The words at the top; ``None`` takes the name of the source's column."

    width: PositiveInt = 300
    "The width in CSS pixels, or where columns share the table's, in proportion."

    formatter: CellFormatter = made(default_factory=StringFormatter)
    "How cells are written."

    editor: CellEditor = made(default_factory=StringEditor)
    "How cells are edited, if the table is editable."

    sortable: bool = True
    "Whether rows can be sorted by it."

    default_sort: Literal["ascending", "descending"] = "ascending"
    "Whether the least or the greatest comes first when one begins to sort by it."

    visible: bool = True
    "Whether it is shown."

    sorter: Comparison | None = None
    "How cells are compared; ``None`` compares numbers and texts as usual."


class TableWidget(Widget):
    """What shows rows of a source."""

    source: ColumnDataSource = made(default_factory=ColumnDataSource)
    "Where the rows come from."

    view: CDSView = made(default_factory=CDSView)
    "Which of them are shown."


class DataTable(TableWidget):
    """Rows of a source to look at, sort, select and edit.

    Sorting changes what is shown and never the source. What is selected is
    ``source.selected.indices``, as in figures. An edit of a cell reaches the
    source as a patch of that cell.
    """

    columns: list[TableColumn] = []
    "The columns from left to right."

    width: NonNegativeInt | None = 600
    "The width in CSS pixels; ``None`` leaves it to the view."

    height: NonNegativeInt | None = 400
    "The height in CSS pixels; ``None`` leaves it to the view."

    autosize_mode: Literal["fit_columns", "fit_viewport", "force_fit", "none"] = (
        "force_fit"
    )
    """How wide the columns are.

    ``force_fit`` shares the table's width in proportion to theirs,
    ``fit_columns`` in proportion to what is in them. ``fit_viewport`` makes the
    table as wide as what is in its columns. ``none`` leaves columns at their
    widths. What cannot be made to fit legibly is scrolled.
    """

    fit_columns: bool | None = None
    "The former way to say ``autosize_mode``: ``force_fit`` or ``none``."

    auto_edit: bool = False
    "Whether one click begins to edit, not two."

    editable: bool = False
    "Whether cells can be edited, with the editors of their columns."

    sortable: bool = True
    "Whether rows can be sorted by a click on the top of a column."

    reorderable: bool = True
    "Whether columns can be dragged to other places."

    selectable: bool | Literal["checkbox"] = True
    "Whether rows can be selected, by clicks on them or on boxes before them."

    multi_selectable: bool = True
    "Whether more than one row can be selected."

    scroll_to_selection: bool = True
    "Whether rows that others select are brought into sight."

    index_position: int | None = 0
    "Where numbers of rows stand among the columns; negative counts from the end."

    index_header: str = "#"
    "The words above the numbers of rows."

    index_width: PositiveInt = 40
    "The width of the numbers of rows in CSS pixels."

    header_row: bool = True
    "Whether the words above the columns are shown."

    frozen_columns: NonNegativeInt | None = None
    "How many columns from the left stay in sight."

    frozen_rows: int | None = None
    "How many rows from the top stay in sight; negative counts from the bottom."

    row_height: PositiveInt = 25
    "The height of a row in CSS pixels."

    @staticmethod
    def from_data(
        data: Any,
        columns: Sequence[str] | None = None,
        formatters: Mapping[str, CellFormatter] | None = None,
        **values: Any,
    ) -> "DataTable":
        """Make a table of a data frame, a dict of columns, or a source.

        Args:
            data: The data; a source is copied.
            columns: The names of the columns to show; ``None`` shows all.
            formatters: Formatters by the names of columns.
            **values: Other fields of the table.

        Raises:
            ValueError: The data are none that a source can hold.
        """
        known = data.data if isinstance(data, ColumnDataSource) else data
        source = ColumnDataSource(known)
        if columns is not None:
            source.data = {name: source.data[name] for name in columns}
        shown = [TableColumn(field=name, title=name) for name in source.data]
        for column in shown:
            if formatters is not None and column.field in formatters:
                column.formatter = formatters[column.field]
        return DataTable(
            **{"source": source, "columns": shown, "index_position": None, **values}
        )
