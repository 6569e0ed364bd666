"""How the values of a column become colours."""

from typing import Annotated, Any, TypeAlias

from syncd.model import Model
from syncd.model.kinds import ColorKind, Kind
from syncd.model.specs import Color, NonNegativeInt, PositiveInt
from syncd.models.enums import Marker


__all__ = [
    "CategoricalColorMapper",
    "CategoricalMapper",
    "CategoricalMarkerMapper",
    "CategoricalPatternMapper",
    "ColorMapper",
    "ContinuousColorMapper",
    "EqHistColorMapper",
    "LinearColorMapper",
    "LogColorMapper",
    "Mapper",
    "ScanningColorMapper",
    "StackColorMapper",
    "WeightedStackColorMapper",
]


class PaletteKind(Kind):
    """Colours, or the name of a palette."""

    container = "list"
    expected = "a list of colours, or the name of a palette such as 'Viridis256'"

    def check(self, value: Any) -> list[Any]:
        if isinstance(value, str):
            from syncd import palettes  # noqa: PLC0415 - few need them, and all are many

            value = getattr(palettes, value, None)
        elif callable(tolist := getattr(value, "tolist", None)):
            value = tolist()  # an array of numpy
        if not isinstance(value, list | tuple):
            raise ValueError  # noqa: TRY004  # the field turns it into a FieldError
        return [ColorKind().check(color) for color in value]

    def schema(self) -> dict[str, Any]:
        return {"kind": "list", "item": {"kind": "color"}}


Palette: TypeAlias = Annotated[list[Any], PaletteKind()]
"""Colours; the name of a palette stands for its colours."""


class Mapper(Model, part=True):
    """What values become something by."""


class ColorMapper(Mapper, Model):
    """How the values of a column become colours.

    The palette may also be given by position.
    """

    palette: Palette = []
    "The colours, or the name of a palette."

    nan_color: Color = "gray"
    "The colour of values that have none."

    def __init__(self, *args: Any, **values: Any) -> None:
        if len(args) > 1 or (args and "palette" in values):
            message = f"{self.type} takes one palette, by position or as 'palette'"
            raise TypeError(message)
        if args:
            values["palette"] = args[0]
        super().__init__(**values)


class ContinuousColorMapper(ColorMapper):
    """Numbers become colours by their size."""

    domain: list[tuple[Model, str | list[str]]] = []
    "Renderers and names of their columns, whose numbers count instead of the drawn ones."

    low: float | None = None
    "The number of the first colour; ``None`` is the least one."

    high: float | None = None
    "The number of the last colour; ``None`` is the greatest one."

    low_color: Color | None = None
    "The colour of lesser numbers; ``None`` is the first one."

    high_color: Color | None = None
    "The colour of greater numbers; ``None`` is the last one."


class LinearColorMapper(ContinuousColorMapper):
    """Equal differences of numbers are equal steps of colours."""


class LogColorMapper(ContinuousColorMapper):
    """Equal ratios of numbers are equal steps of colours."""


class ScanningColorMapper(ContinuousColorMapper):
    """Numbers become colours by how many others are less."""


class EqHistColorMapper(ScanningColorMapper):
    """Each colour stands for about as many numbers."""

    bins: PositiveInt = 256 * 256
    "Into how many equal parts numbers are divided to be counted."

    rescale_discrete_levels: bool = False
    "Whether few different numbers have colours of the upper end of the palette."


class CategoricalColorMapper(ColorMapper):
    """Factors become colours by their place in a list."""

    factors: list[str | tuple[str, ...]] = []
    "The factors, in the order of the colours."

    start: NonNegativeInt = 0
    "Which level of nested factors counts first, from 0."

    end: NonNegativeInt | None = None
    "Which level of nested factors counts no more; ``None`` takes all."


class CategoricalMapper(Mapper, Model):
    """Factors become something by their place in a list."""

    factors: list[str | tuple[str, ...]] = []
    "The factors, in the order of what they become."

    start: NonNegativeInt = 0
    "Which level of nested factors counts first, from 0."

    end: NonNegativeInt | None = None
    "Which level of nested factors counts no more; ``None`` takes all."


class CategoricalMarkerMapper(CategoricalMapper):
    """Factors become markers."""

    markers: list[Marker] = []
    "The markers of the factors, in their order."

    default_value: Marker = "circle"
    "The marker of what is no factor."


class CategoricalPatternMapper(CategoricalMapper):
    """Factors become hatches."""

    patterns: list[str] = []
    "The hatches of the factors, in their order: names of ours, or those in ``hatch_extra``."

    default_value: str = " "
    "The hatch of what is no factor, as in ``patterns``."


class StackColorMapper(ColorMapper):
    """Several numbers of a pixel become one colour."""


class WeightedStackColorMapper(StackColorMapper):
    """Colours of the palette are mixed by the numbers of a pixel."""

    alpha_mapper: ContinuousColorMapper | None = None
    "How the sum of a pixel's numbers becomes its opacity: that of its colour."

    color_baseline: float | None = None
    "The number that adds nothing of its colour; ``None`` is the least one."
