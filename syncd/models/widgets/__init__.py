"""What people read, press, type into and drag."""

from typing import TYPE_CHECKING

from syncd.absent import refuse_imports as _refuse_imports
from syncd.models.tabs import Panel as Panel
from syncd.models.tabs import Tabs as Tabs
from syncd.models.widgets.buttons import AbstractButton as AbstractButton
from syncd.models.widgets.buttons import Button as Button
from syncd.models.widgets.groups import AbstractGroup as AbstractGroup
from syncd.models.widgets.groups import Checkbox as Checkbox
from syncd.models.widgets.groups import CheckboxButtonGroup as CheckboxButtonGroup
from syncd.models.widgets.groups import CheckboxGroup as CheckboxGroup
from syncd.models.widgets.groups import RadioButtonGroup as RadioButtonGroup
from syncd.models.widgets.groups import RadioGroup as RadioGroup
from syncd.models.widgets.groups import Switch as Switch
from syncd.models.widgets.groups import ToggleButtonGroup as ToggleButtonGroup
from syncd.models.widgets.help import HelpButton as HelpButton
from syncd.models.widgets.indicators import Indicator as Indicator
from syncd.models.widgets.indicators import Progress as Progress
from syncd.models.widgets.inputs import AutocompleteInput as AutocompleteInput
from syncd.models.widgets.inputs import ColorPicker as ColorPicker
from syncd.models.widgets.inputs import FileInput as FileInput
from syncd.models.widgets.inputs import InputWidget as InputWidget
from syncd.models.widgets.inputs import MultiChoice as MultiChoice
from syncd.models.widgets.inputs import MultiSelect as MultiSelect
from syncd.models.widgets.inputs import NumericInput as NumericInput
from syncd.models.widgets.inputs import PasswordInput as PasswordInput
from syncd.models.widgets.inputs import Select as Select
from syncd.models.widgets.inputs import Spinner as Spinner
from syncd.models.widgets.inputs import TextAreaInput as TextAreaInput
from syncd.models.widgets.inputs import TextInput as TextInput
from syncd.models.widgets.markdown import Markdown as Markdown
from syncd.models.widgets.markups import Div as Div
from syncd.models.widgets.markups import Markup as Markup
from syncd.models.widgets.markups import Paragraph as Paragraph
from syncd.models.widgets.markups import PreText as PreText
from syncd.models.widgets.menus import Dropdown as Dropdown
from syncd.models.widgets.menus import Toggle as Toggle
from syncd.models.widgets.palettes import ColorMap as ColorMap
from syncd.models.widgets.palettes import PaletteSelect as PaletteSelect
from syncd.models.widgets.pickers import BaseDatePicker as BaseDatePicker
from syncd.models.widgets.pickers import BaseDatetimePicker as BaseDatetimePicker
from syncd.models.widgets.pickers import DatePicker as DatePicker
from syncd.models.widgets.pickers import DateRangePicker as DateRangePicker
from syncd.models.widgets.pickers import DatetimePicker as DatetimePicker
from syncd.models.widgets.pickers import DatetimeRangePicker as DatetimeRangePicker
from syncd.models.widgets.pickers import MultipleDatePicker as MultipleDatePicker
from syncd.models.widgets.pickers import (
    MultipleDatetimePicker as MultipleDatetimePicker,
)
from syncd.models.widgets.pickers import PickerBase as PickerBase
from syncd.models.widgets.pickers import TimePicker as TimePicker
from syncd.models.widgets.range_sliders import AbstractDateSlider as AbstractDateSlider
from syncd.models.widgets.range_sliders import CategoricalSlider as CategoricalSlider
from syncd.models.widgets.range_sliders import DateRangeSlider as DateRangeSlider
from syncd.models.widgets.range_sliders import DateSlider as DateSlider
from syncd.models.widgets.range_sliders import (
    DatetimeRangeSlider as DatetimeRangeSlider,
)
from syncd.models.widgets.range_sliders import RangeSlider as RangeSlider
from syncd.models.widgets.sliders import AbstractSlider as AbstractSlider
from syncd.models.widgets.sliders import Slider as Slider
from syncd.models.widgets.tables import AvgAggregator as AvgAggregator
from syncd.models.widgets.tables import BooleanFormatter as BooleanFormatter
from syncd.models.widgets.tables import CellEditor as CellEditor
from syncd.models.widgets.tables import CellFormatter as CellFormatter
from syncd.models.widgets.tables import CheckboxEditor as CheckboxEditor
from syncd.models.widgets.tables import DataCube as DataCube
from syncd.models.widgets.tables import DataTable as DataTable
from syncd.models.widgets.tables import DateEditor as DateEditor
from syncd.models.widgets.tables import DateFormatter as DateFormatter
from syncd.models.widgets.tables import GroupingInfo as GroupingInfo
from syncd.models.widgets.tables import HTMLTemplateFormatter as HTMLTemplateFormatter
from syncd.models.widgets.tables import IntEditor as IntEditor
from syncd.models.widgets.tables import MaxAggregator as MaxAggregator
from syncd.models.widgets.tables import MinAggregator as MinAggregator
from syncd.models.widgets.tables import NumberEditor as NumberEditor
from syncd.models.widgets.tables import NumberFormatter as NumberFormatter
from syncd.models.widgets.tables import PercentEditor as PercentEditor
from syncd.models.widgets.tables import RowAggregator as RowAggregator
from syncd.models.widgets.tables import ScientificFormatter as ScientificFormatter
from syncd.models.widgets.tables import SelectEditor as SelectEditor
from syncd.models.widgets.tables import StringEditor as StringEditor
from syncd.models.widgets.tables import StringFormatter as StringFormatter
from syncd.models.widgets.tables import SumAggregator as SumAggregator
from syncd.models.widgets.tables import TableColumn as TableColumn
from syncd.models.widgets.tables import TableWidget as TableWidget
from syncd.models.widgets.tables import TextEditor as TextEditor
from syncd.models.widgets.tables import TimeEditor as TimeEditor
from syncd.models.widgets.widget import Widget as Widget


if not TYPE_CHECKING:  # type checkers know by themselves what is not there
    __getattr__ = _refuse_imports(__name__)
