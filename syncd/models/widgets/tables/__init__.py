"""Tables: columns of a source, how their cells are written and edited."""

from typing import TYPE_CHECKING

from syncd.absent import refuse_imports as _refuse_imports
from syncd.models.widgets.tables.cubes import AvgAggregator as AvgAggregator
from syncd.models.widgets.tables.cubes import DataCube as DataCube
from syncd.models.widgets.tables.cubes import GroupingInfo as GroupingInfo
from syncd.models.widgets.tables.cubes import MaxAggregator as MaxAggregator
from syncd.models.widgets.tables.cubes import MinAggregator as MinAggregator
from syncd.models.widgets.tables.cubes import RowAggregator as RowAggregator
from syncd.models.widgets.tables.cubes import SumAggregator as SumAggregator
from syncd.models.widgets.tables.editors import CellEditor as CellEditor
from syncd.models.widgets.tables.editors import CheckboxEditor as CheckboxEditor
from syncd.models.widgets.tables.editors import DateEditor as DateEditor
from syncd.models.widgets.tables.editors import IntEditor as IntEditor
from syncd.models.widgets.tables.editors import NumberEditor as NumberEditor
from syncd.models.widgets.tables.editors import PercentEditor as PercentEditor
from syncd.models.widgets.tables.editors import SelectEditor as SelectEditor
from syncd.models.widgets.tables.editors import StringEditor as StringEditor
from syncd.models.widgets.tables.editors import TextEditor as TextEditor
from syncd.models.widgets.tables.editors import TimeEditor as TimeEditor
from syncd.models.widgets.tables.formatters import BooleanFormatter as BooleanFormatter
from syncd.models.widgets.tables.formatters import CellFormatter as CellFormatter
from syncd.models.widgets.tables.formatters import DateFormatter as DateFormatter
from syncd.models.widgets.tables.formatters import (
    HTMLTemplateFormatter as HTMLTemplateFormatter,
)
from syncd.models.widgets.tables.formatters import NumberFormatter as NumberFormatter
from syncd.models.widgets.tables.formatters import (
    ScientificFormatter as ScientificFormatter,
)
from syncd.models.widgets.tables.formatters import StringFormatter as StringFormatter
from syncd.models.widgets.tables.tables import DataTable as DataTable
from syncd.models.widgets.tables.tables import TableColumn as TableColumn
from syncd.models.widgets.tables.tables import TableWidget as TableWidget


if not TYPE_CHECKING:  # type checkers know by themselves what is not there
    __getattr__ = _refuse_imports(__name__)
