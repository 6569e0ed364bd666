"""Words that fields take, and specs of such words."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias, get_args

from syncd.model.kinds import (
    EnumKind,
    FloatKind,
    Kind,
    NoneKind,
    StrKind,
    UnionKind,
)
from syncd.model.spec import SpecKind
from syncd.model.specs import is_font_size


__all__ = [
    "Align",
    "Anchor",
    "AngleUnits",
    "BorderRadius",
    "BoxAnchor",
    "ButtonType",
    "Dash",
    "DashSpec",
    "Dimensions",
    "Direction",
    "FontSize",
    "FontStyle",
    "FontStyleSpec",
    "HatchPattern",
    "HatchPatternSpec",
    "LegendLocation",
    "LineCap",
    "LineCapSpec",
    "LineJoin",
    "LineJoinSpec",
    "Marker",
    "MarkerSpec",
    "Movable",
    "Orientation",
    "OutlineShapeSpec",
    "Padding",
    "Place",
    "PlaceUnits",
    "RadiusDimension",
    "RenderLevel",
    "SizingMode",
    "SizingPolicy",
    "SpatialUnits",
    "StepMode",
    "TextAlign",
    "TextAlignSpec",
    "TextAnchorSpec",
    "TextBaseline",
    "TextBaselineSpec",
    "TickLabelOrientation",
    "VerticalAlign",
]

Align: TypeAlias = Literal["start", "center", "end"]
"""Where a child stands across the direction of its row or column."""

Anchor: TypeAlias = Literal[
    "top_left",
    "top_center",
    "top_right",
    "center_left",
    "center_center",
    "center_right",
    "bottom_left",
    "bottom_center",
    "bottom_right",
    "top",
    "left",
    "center",
    "right",
    "bottom",
]
"""A place of a box."""

AngleUnits: TypeAlias = Literal["rad", "deg", "grad", "turn"]
"""What angles are in: radians, degrees, gradians, or whole turns."""

ButtonType: TypeAlias = Literal[
    "default", "primary", "success", "warning", "danger", "light"
]
"""What a button means."""

Dimensions: TypeAlias = Literal["width", "height", "both"]
"""The directions that a tool acts in."""

Direction: TypeAlias = Literal["clock", "anticlock"]
"""A way around."""

FontStyle: TypeAlias = Literal["normal", "italic", "bold", "bold italic"]
"""Weight and slope of a text."""

HatchPattern: TypeAlias = Literal[
    "blank",
    "dot",
    "ring",
    "horizontal_line",
    "vertical_line",
    "cross",
    "horizontal_dash",
    "vertical_dash",
    "spiral",
    "right_diagonal_line",
    "left_diagonal_line",
    "diagonal_cross",
    "right_diagonal_dash",
    "left_diagonal_dash",
    "horizontal_wave",
    "vertical_wave",
    "criss_cross",
    " ",
    ".",
    "o",
    "-",
    "|",
    "+",
    '"',
    ":",
    "@",
    "/",
    "\\",
    "x",
    ",",
    "`",
    "v",
    ">",
    "*",
]
"""What is drawn over an area: its name, or the sign that looks like it."""

LegendLocation: TypeAlias = Anchor
"""A place inside the frame."""

LineCap: TypeAlias = Literal["butt", "round", "square"]
"""How lines end."""

LineJoin: TypeAlias = Literal["miter", "round", "bevel"]
"""How lines turn."""

Marker: TypeAlias = Literal[
    "asterisk",
    "circle",
    "circle_cross",
    "circle_dot",
    "circle_x",
    "circle_y",
    "cross",
    "dash",
    "diamond",
    "diamond_cross",
    "diamond_dot",
    "dot",
    "hex",
    "hex_dot",
    "inverted_triangle",
    "plus",
    "square",
    "square_cross",
    "square_dot",
    "square_pin",
    "square_x",
    "star",
    "star_dot",
    "triangle",
    "triangle_dot",
    "triangle_pin",
    "x",
    "y",
]
"""The shape of a point."""

Orientation: TypeAlias = Literal["horizontal", "vertical"]
"""The direction in which something extends."""

Movable: TypeAlias = Literal["none", "x", "y", "both"]
"""The directions in which people can move something."""

OutlineShape: TypeAlias = Literal[
    "none",
    "box",
    "rectangle",
    "square",
    "circle",
    "ellipse",
    "trapezoid",
    "parallelogram",
    "diamond",
    "triangle",
]
"""The shape of what is around words."""

Place: TypeAlias = Literal["above", "below", "left", "right"]
"""A side of the frame."""

RadiusDimension: TypeAlias = Literal["x", "y", "max", "min"]
"""The axis in whose units radii are."""

RenderLevel: TypeAlias = Literal[
    "image", "underlay", "glyph", "guide", "annotation", "overlay"
]
"""What is drawn before what: levels are drawn in this order."""

Resizable: TypeAlias = Literal[
    "none", "left", "right", "top", "bottom", "x", "y", "all"
]
"""The sides of a box that people can move."""

SelectionMode: TypeAlias = Literal[
    "replace", "append", "intersect", "subtract", "xor", "toggle"
]
"""What becomes of the rows that were selected before."""

SizingMode: TypeAlias = Literal[
    "stretch_width",
    "stretch_height",
    "stretch_both",
    "scale_width",
    "scale_height",
    "scale_both",
    "fixed",
    "inherit",
]
"""How a view takes its size from its parent."""

SizingPolicy: TypeAlias = Literal["auto", "fixed", "fit", "min", "max"]
"""How wide or high a view is: as its field says, as its content, or as its parent."""

PlaceUnits: TypeAlias = Literal["data", "screen", "canvas"]
"""What places are in: units of an axis, CSS pixels from the lower left of the frame,
or CSS pixels from the upper left of what the frame and its axes are drawn on."""

SpatialUnits: TypeAlias = Literal["data", "screen"]
"""What lengths are in: units of an axis, or CSS pixels."""

StepMode: TypeAlias = Literal["before", "after", "center"]
"""Where a line steps between two rows."""

TextAlign: TypeAlias = Literal["left", "right", "center"]
"""Which end of a text stands at its position."""

TextBaseline: TypeAlias = Literal[
    "top", "middle", "bottom", "alphabetic", "hanging", "ideographic"
]
"""Which height of a text stands at its position."""

TickLabelOrientation: TypeAlias = Literal[
    "horizontal", "vertical", "parallel", "normal"
]
"""How labels are turned, on the page or relative to their axis."""

VerticalAlign: TypeAlias = Literal["top", "middle", "bottom"]
"""Where something stands between top and bottom."""


def _word_spec(words: Any, name: str, base: Kind | None = None) -> SpecKind:
    """Return the spec of a word; ``base`` if ``value()`` may say others as well."""
    known = frozenset(get_args(words))
    base = base or EnumKind(get_args(words))
    return SpecKind(base, name=name, is_value=known.__contains__)


_Mapping: TypeAlias = Mapping[str, Any]

HatchPatternSpec: TypeAlias = Annotated[
    str | _Mapping | None,
    # Those of `hatch_extra` have names of the application's.
    _word_spec(HatchPattern, "hatch_pattern", UnionKind([StrKind(), NoneKind()])),
]
"""A hatch for all rows, or the name of a column of hatches."""


class OwnMarkerKind(StrKind):
    """The name of a marker that an author defines."""

    expected = "a string that begins with '@'"

    def check(self, value: Any) -> str:
        """Return the name, or raise `ValueError`."""
        name = super().check(value)
        if not name.startswith("@"):
            raise ValueError
        return name


def _is_marker(text: str) -> bool:
    return text in get_args(Marker) or text.startswith("@")


MarkerSpec: TypeAlias = Annotated[
    str | _Mapping,
    SpecKind(
        UnionKind([EnumKind(get_args(Marker)), OwnMarkerKind()]),
        name="marker",
        is_value=_is_marker,
    ),
]
"""A marker for all rows, or the name of a column of markers."""

TextAlignSpec: TypeAlias = Annotated[
    str | _Mapping, _word_spec(TextAlign, "text_align")
]
"""An alignment for all rows, or the name of a column of alignments."""

TextBaselineSpec: TypeAlias = Annotated[
    str | _Mapping, _word_spec(TextBaseline, "text_baseline")
]
"""A baseline for all rows, or the name of a column of baselines."""


FontStyleSpec: TypeAlias = Annotated[
    str | _Mapping, _word_spec(FontStyle, "font_style")
]
"""A weight and slope for all rows, or the name of a column of them."""

LineCapSpec: TypeAlias = Annotated[str | _Mapping, _word_spec(LineCap, "line_cap")]
"""A kind of ends for all rows, or the name of a column of such kinds."""

LineJoinSpec: TypeAlias = Annotated[str | _Mapping, _word_spec(LineJoin, "line_join")]
"""A kind of turns for all rows, or the name of a column of such kinds."""

OutlineShapeSpec: TypeAlias = Annotated[
    str | _Mapping | None,
    _word_spec(
        OutlineShape,
        "outline_shape",
        UnionKind([EnumKind(get_args(OutlineShape)), NoneKind()]),
    ),
]
"""A shape around words for all rows, or the name of a column of shapes."""


class DashKind(Kind):
    """A dash: a word, or the lengths of strokes and gaps in pixels."""

    words = ("solid", "dashed", "dotted", "dotdash", "dashdot")
    expected = (
        "a dash ('solid', 'dashed', 'dotted', 'dotdash', 'dashdot',"
        " or lengths in pixels such as [6, 4])"
    )

    def check(self, value: Any) -> str | list[int]:
        if isinstance(value, str):
            if value in self.words:
                return value
            value = value.split()
        if not isinstance(value, list | tuple | range):
            raise ValueError  # noqa: TRY004  # the field turns it into a FieldError
        try:
            lengths = [int(length) for length in value]
        except (TypeError, OverflowError):
            raise ValueError from None
        if any(length < 0 for length in lengths):
            raise ValueError
        return lengths

    def schema(self) -> dict[str, Any]:
        lengths = {"kind": "list", "item": {"kind": "integer", "min": 0}}
        words = {"kind": "enum", "values": list(self.words)}
        return {"kind": "union", "options": [words, lengths]}


Dash: TypeAlias = Annotated[str | list[int], DashKind()]
"""A dash: a word, or the lengths of strokes and gaps in pixels."""


def _is_dash(text: str) -> bool:
    return text in DashKind.words or text.replace(" ", "").isdecimal()


DashSpec: TypeAlias = Annotated[
    str | list[int] | _Mapping, SpecKind(DashKind(), name="dash", is_value=_is_dash)
]
"""A dash for all rows, or the name of a column of dashes."""


_LENGTH = FloatKind(low=0)


class SidesKind(Kind):
    """A length for all sides or corners of a box, or one for each."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        words = ", ".join(names)
        self.expected = f"a length in pixels, or one for each of {words}"

    def check(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            if not set(value) <= {*self.names, "x", "y"}:
                raise ValueError
            value = [self._of(value, name) for name in self.names]
        if isinstance(value, list | tuple):
            if len(value) == 2 and "left" in self.names:  # noqa: PLR2004  # across, down
                value = [value[1], value[0], value[1], value[0]]
            if len(value) != len(self.names):
                raise ValueError
            return tuple(self._length(length) for length in value)
        return self._length(value)

    def _of(self, given: Mapping[str, Any], name: str) -> Any:
        both = "x" if name in {"left", "right"} else "y"
        return given.get(name, given.get(both, 0))

    @staticmethod
    def _length(value: Any) -> Any:
        return _LENGTH.check(value)

    def schema(self) -> dict[str, Any]:
        length = {"kind": "number"}
        items = [length] * len(self.names)
        return {"kind": "union", "options": [length, {"kind": "tuple", "items": items}]}


_Sides: TypeAlias = float | tuple[float, ...] | Mapping[str, float]

BorderRadius: TypeAlias = Annotated[
    _Sides, SidesKind(("top_left", "top_right", "bottom_right", "bottom_left"))
]
"""The radius of all corners of a box in pixels, or of each."""

Padding: TypeAlias = Annotated[_Sides, SidesKind(("top", "right", "bottom", "left"))]
"""The room on all sides of words in pixels, or on each; two are across and down."""


class AnchorKind(Kind):
    """A place of a box: its name, or how far across and down it is."""

    across = frozenset({"start", "left", "center", "end", "right"})
    down = frozenset({"start", "top", "center", "end", "bottom"})

    def __init__(self, *further: str) -> None:
        self.words = frozenset({*further, *get_args(Anchor)})
        known = ", ".join(["an anchor such as 'top_left'", *map(repr, further)])
        self.expected = f"{known}, or a pair of words or of shares from 0 to 1"

    def check(self, value: Any) -> Any:
        if isinstance(value, str):
            if value in self.words:
                return value
            raise ValueError
        if not isinstance(value, list | tuple) or len(value) != 2:  # noqa: PLR2004  # a pair
            raise ValueError
        return tuple(
            self._part(part, words)
            for part, words in zip(value, (self.across, self.down), strict=True)
        )

    @staticmethod
    def _part(part: Any, words: frozenset[str]) -> Any:
        if isinstance(part, str):
            if part in words:
                return part
        elif isinstance(part, int | float) and 0 <= part <= 1:
            return part
        raise ValueError

    def schema(self) -> dict[str, Any]:
        part = {"kind": "union", "options": [{"kind": "string"}, {"kind": "number"}]}
        pair = {"kind": "tuple", "items": [part, part]}
        return {"kind": "union", "options": [{"kind": "string"}, pair]}


BoxAnchor: TypeAlias = Annotated[str | tuple[str | float, str | float], AnchorKind()]
"""A place of a box."""

_TEXT_ANCHOR = AnchorKind("auto")

TextAnchorSpec: TypeAlias = Annotated[
    str | tuple[str | float, str | float] | _Mapping,
    SpecKind(_TEXT_ANCHOR, name="anchor", is_value=_TEXT_ANCHOR.words.__contains__),
]
"""A place of the box of words for all rows, or the name of a column of places."""


class FontSizeKind(Kind):
    """A size of letters."""

    expected = "a font size such as '13px', '20pt' or '1.2em'"

    def check(self, value: Any) -> str:
        if isinstance(value, str) and is_font_size(value):
            return value
        raise ValueError

    def schema(self) -> dict[str, Any]:
        return {"kind": "string"}


FontSize: TypeAlias = Annotated[str, FontSizeKind()]
"""A size of letters, such as ``13px`` or ``1.2em``."""
