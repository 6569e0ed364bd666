"""What people read, press, type into and drag."""

from typing import TYPE_CHECKING

from syncd.absent import refuse_imports as _refuse_imports
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
from syncd.models.widgets.inputs import AutocompleteInput as AutocompleteInput
from syncd.models.widgets.inputs import ColorPicker as ColorPicker
from syncd.models.widgets.inputs import DatePicker as DatePicker
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
from syncd.models.widgets.markups import Div as Div
from syncd.models.widgets.markups import Markup as Markup
from syncd.models.widgets.markups import Paragraph as Paragraph
from syncd.models.widgets.markups import PreText as PreText
from syncd.models.widgets.menus import Dropdown as Dropdown
from syncd.models.widgets.menus import Toggle as Toggle
from syncd.models.widgets.range_sliders import AbstractDateSlider as AbstractDateSlider
from syncd.models.widgets.range_sliders import DateRangeSlider as DateRangeSlider
from syncd.models.widgets.range_sliders import DateSlider as DateSlider
from syncd.models.widgets.range_sliders import RangeSlider as RangeSlider
from syncd.models.widgets.sliders import AbstractSlider as AbstractSlider
from syncd.models.widgets.sliders import Slider as Slider
from syncd.models.widgets.widget import Widget as Widget


if not TYPE_CHECKING:  # type checkers know by themselves what is not there
    __getattr__ = _refuse_imports(__name__)
