"""The words that fields take, as tuples, under Bokeh's names.

Each name with ``Type`` after it is the type of one such word, for annotations.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

from syncd.absent import refuse_imports
from syncd.colors.css import COLOR_NAMES
from syncd.models import enums, formatters
from syncd.models.tools.names import WORDS
from syncd.palettes.schemes import NAMED


__all__ = [
    "Align",
    "AlternationPolicy",
    "Anchor",
    "AngleUnits",
    "Auto",
    "AutosizeMode",
    "AxisLabelStandoffMode",
    "AxisType",
    "BuiltinFormatter",
    "ButtonType",
    "CalendarPosition",
    "ContextWhich",
    "CoordinateUnits",
    "DashPattern",
    "DateFormat",
    "DatetimeUnits",
    "Dimension",
    "Dimensions",
    "Direction",
    "FlowMode",
    "FontStyle",
    "HAlign",
    "HatchPattern",
    "HatchPatternAbbreviation",
    "HexTileOrientation",
    "HoldPolicy",
    "HorizontalLocation",
    "ImageOrigin",
    "ImplicitTarget",
    "JitterRandomDistribution",
    "KeyModifier",
    "LabelOrientation",
    "LatLon",
    "LegendClickPolicy",
    "LegendLocation",
    "LineCap",
    "LineDash",
    "LineJoin",
    "Location",
    "MapType",
    "MarkerType",
    "Movable",
    "NamedColor",
    "NumeralLanguage",
    "Orientation",
    "OutlineShapeName",
    "OutputBackend",
    "PaddingUnits",
    "Palette",
    "PanDirection",
    "Place",
    "RadiusDimension",
    "RegionSelectionMode",
    "RenderLevel",
    "ResetPolicy",
    "Resizable",
    "ResolutionType",
    "RoundingFunction",
    "ScrollbarPolicy",
    "SelectionMode",
    "SizingMode",
    "SizingPolicy",
    "SortDirection",
    "SpatialUnits",
    "StartEnd",
    "StepMode",
    "TeXDisplay",
    "TextAlign",
    "TextBaseline",
    "TextureRepetition",
    "TickLabelOrientation",
    "TimedeltaResolutionType",
    "ToolIcon",
    "ToolName",
    "TooltipAttachment",
    "TooltipFieldFormatter",
    "TrackPolicy",
    "VAlign",
    "VerticalAlign",
    "VerticalLocation",
    "WindowAxis",
]

Align: tuple[str, ...] = get_args(enums.Align)
AlternationPolicy: tuple[str, ...] = ("none", "even", "odd", "every")
Anchor: tuple[str, ...] = get_args(enums.Anchor)
AngleUnits: tuple[str, ...] = get_args(enums.AngleUnits)
Auto: tuple[str, ...] = ("auto",)
AutosizeMode: tuple[str, ...] = ("fit_columns", "fit_viewport", "force_fit", "none")
AxisLabelStandoffMode: tuple[str, ...] = ("tick_labels", "axis")
AxisType: tuple[str, ...] = ("linear", "log", "datetime", "timedelta", "mercator")
BuiltinFormatter: tuple[str, ...] = ("raw", "basic", "numeral", "printf", "datetime")
ButtonType: tuple[str, ...] = get_args(enums.ButtonType)
CalendarPosition: tuple[str, ...] = ("auto", "above", "below")
ContextWhich: tuple[str, ...] = ("start", "center", "end", "all")
CoordinateUnits: tuple[str, ...] = ("canvas", "screen", "data")
DashPattern: tuple[str, ...] = enums.DashKind.words
DateFormat: tuple[str, ...] = (
    "ATOM",
    "W3C",
    "RFC-3339",
    "ISO-8601",
    "COOKIE",
    "RFC-822",
    "RFC-850",
    "RFC-1036",
    "RFC-1123",
    "RFC-2822",
    "RSS",
    "TIMESTAMP",
)
DatetimeUnits: tuple[str, ...] = get_args(formatters.TimeScale)
Dimension: tuple[str, ...] = ("width", "height")
Dimensions: tuple[str, ...] = get_args(enums.Dimensions)
Direction: tuple[str, ...] = get_args(enums.Direction)
FlowMode: tuple[str, ...] = ("block", "inline")
FontStyle: tuple[str, ...] = get_args(enums.FontStyle)
HAlign: tuple[str, ...] = ("left", "center", "right")
HatchPattern: tuple[str, ...] = tuple(
    word for word in get_args(enums.HatchPattern) if len(word) > 1
)
HatchPatternAbbreviation: tuple[str, ...] = tuple(
    word for word in get_args(enums.HatchPattern) if len(word) == 1
)
HexTileOrientation: tuple[str, ...] = ("pointytop", "flattop")
HoldPolicy: tuple[str, ...] = ("combine", "collect")
HorizontalLocation: tuple[str, ...] = ("left", "right")
ImageOrigin: tuple[str, ...] = ("bottom_left", "top_left", "bottom_right", "top_right")
ImplicitTarget: tuple[str, ...] = ("viewport", "canvas", "plot", "frame", "parent")
JitterRandomDistribution: tuple[str, ...] = ("uniform", "normal")
KeyModifier: tuple[str, ...] = ("shift", "ctrl", "alt")
LabelOrientation: tuple[str, ...] = get_args(enums.TickLabelOrientation)
LatLon: tuple[str, ...] = ("lat", "lon")
LegendClickPolicy: tuple[str, ...] = ("none", "hide", "mute")
LegendLocation: tuple[str, ...] = get_args(enums.LegendLocation)
LineCap: tuple[str, ...] = get_args(enums.LineCap)
LineDash: tuple[str, ...] = ("solid", "dashed", "dotted", "dotdash", "dashdot")
LineJoin: tuple[str, ...] = get_args(enums.LineJoin)
Location: tuple[str, ...] = ("above", "below", "left", "right")
MapType: tuple[str, ...] = ("satellite", "roadmap", "terrain", "hybrid")
MarkerType: tuple[str, ...] = get_args(enums.Marker)
Movable: tuple[str, ...] = get_args(enums.Movable)
NamedColor: tuple[str, ...] = tuple(sorted(COLOR_NAMES))
NumeralLanguage: tuple[str, ...] = get_args(formatters.NumeralLanguage)
Orientation: tuple[str, ...] = get_args(enums.Orientation)
OutlineShapeName: tuple[str, ...] = get_args(enums.OutlineShape)
OutputBackend: tuple[str, ...] = ("canvas", "svg", "webgl")
PaddingUnits: tuple[str, ...] = ("percent", "absolute")
Palette: tuple[str, ...] = tuple(sorted(NAMED))
PanDirection: tuple[str, ...] = (
    "left",
    "right",
    "up",
    "down",
    "west",
    "east",
    "north",
    "south",
)
Place: tuple[str, ...] = (*get_args(enums.Place), "center")
RadiusDimension: tuple[str, ...] = get_args(enums.RadiusDimension)
RegionSelectionMode: tuple[str, ...] = (
    "replace",
    "append",
    "intersect",
    "subtract",
    "xor",
)
RenderLevel: tuple[str, ...] = get_args(enums.RenderLevel)
ResetPolicy: tuple[str, ...] = ("standard", "event_only")
Resizable: tuple[str, ...] = ("none", "left", "right", "top", "bottom", "x", "y", "all")
ResolutionType: tuple[str, ...] = DatetimeUnits
RoundingFunction: tuple[str, ...] = (
    "round",
    "nearest",
    "floor",
    "rounddown",
    "ceil",
    "roundup",
)
ScrollbarPolicy: tuple[str, ...] = ("auto", "visible", "hidden")
SelectionMode: tuple[str, ...] = get_args(enums.SelectionMode)
SizingMode: tuple[str, ...] = get_args(enums.SizingMode)
SizingPolicy: tuple[str, ...] = ("fixed", "fit", "min", "max")
SortDirection: tuple[str, ...] = ("ascending", "descending")
SpatialUnits: tuple[str, ...] = get_args(enums.SpatialUnits)
StartEnd: tuple[str, ...] = ("start", "end")
StepMode: tuple[str, ...] = get_args(enums.StepMode)
TeXDisplay: tuple[str, ...] = ("inline", "block", "auto")
TextAlign: tuple[str, ...] = get_args(enums.TextAlign)
TextBaseline: tuple[str, ...] = get_args(enums.TextBaseline)
TextureRepetition: tuple[str, ...] = ("repeat", "repeat_x", "repeat_y", "no_repeat")
TickLabelOrientation: tuple[str, ...] = get_args(enums.TickLabelOrientation)
TimedeltaResolutionType: tuple[str, ...] = get_args(formatters.DurationScale)
ToolIcon: tuple[str, ...] = (
    "append_mode",
    "arrow_down_to_bar",
    "arrow_up_from_bar",
    "auto_box_zoom",
    "bold",
    "box_edit",
    "box_select",
    "box_zoom",
    "caret_down",
    "caret_left",
    "caret_right",
    "caret_up",
    "check",
    "chevron_down",
    "chevron_left",
    "chevron_right",
    "chevron_up",
    "clear_selection",
    "copy",
    "crosshair",
    "dark_theme",
    "delete",
    "freehand_draw",
    "fullscreen",
    "help",
    "hover",
    "intersect_mode",
    "invert_selection",
    "italic",
    "lasso_select",
    "light_theme",
    "line_edit",
    "maximize",
    "minimize",
    "pan",
    "pin",
    "point_draw",
    "pointer",
    "poly_draw",
    "poly_edit",
    "polygon_select",
    "range",
    "redo",
    "replace_mode",
    "reset",
    "save",
    "see_off",
    "see_on",
    "settings",
    "square",
    "square_check",
    "subtract_mode",
    "tap_select",
    "text_align_center",
    "text_align_left",
    "text_align_right",
    "undo",
    "unknown",
    "unpin",
    "wheel_pan",
    "wheel_zoom",
    "x_box_select",
    "x_box_zoom",
    "x_grip",
    "x_pan",
    "xor_mode",
    "y_box_select",
    "y_box_zoom",
    "y_grip",
    "y_pan",
    "zoom_in",
    "zoom_out",
)
ToolName: tuple[str, ...] = tuple(sorted(WORDS))
TooltipAttachment: tuple[str, ...] = (
    "horizontal",
    "vertical",
    "left",
    "right",
    "above",
    "below",
)
TooltipFieldFormatter: tuple[str, ...] = ("numeral", "datetime", "printf")
TrackPolicy: tuple[str, ...] = ("auto", "min", "max", "flex", "fixed")
VAlign: tuple[str, ...] = ("top", "center", "bottom")
VerticalAlign: tuple[str, ...] = get_args(enums.VerticalAlign)
VerticalLocation: tuple[str, ...] = ("above", "below")
WindowAxis: tuple[str, ...] = ("none", "x", "y")


class _Words(tuple[str, ...]):
    """Words, each of which is an attribute too: ``ButtonType.primary``."""

    __slots__ = ()

    def __getattr__(self, name: str) -> str:
        if name in self:
            return name
        message = f"there is no word {name!r} among {', '.join(self)}"
        raise AttributeError(message)


for _name in __all__:
    globals()[_name] = _Words(globals()[_name])


def enumeration(*values: str, case_sensitive: bool = True, quote: bool = False) -> Any:
    """Return words as a property takes them: ``Enum(enumeration("a", "b"))``.

    Args:
        *values: The words.
        case_sensitive: Accepted, as ``quote`` is; words are compared as they are.
        quote: See there.

    Raises:
        ValueError: There are none, or one comes twice.
    """
    del case_sensitive, quote
    if not values or len(set(values)) < len(values):
        message = f"enumeration got {values!r}, expected different words"
        raise ValueError(message)
    return _Words(values)


_absent = refuse_imports(__name__)


def __getattr__(name: str) -> Any:
    """Return the type of one word, by the name of the words with ``Type`` after it."""
    words = globals().get(name.removesuffix("Type"))
    if name.endswith("Type") and isinstance(words, tuple):
        return Literal[words]
    return _absent(name)
