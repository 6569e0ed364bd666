"""Palettes that people choose."""

from typing import Any, Literal

from syncd.model.specs import Color, NonNegativeInt, PositiveInt
from syncd.models.widgets.inputs import InputWidget


__all__ = ["ColorMap", "PaletteSelect"]


class PaletteSelect(InputWidget):
    """One of several palettes, shown by their colours."""

    value: str = ""
    "The name of the palette that is chosen."

    items: list[tuple[str, list[Color]]] = []
    "Names of palettes with their colours."

    swatch_width: NonNegativeInt = 100
    "How wide the colours of a palette are shown, in CSS pixels."

    swatch_height: Literal["auto"] | NonNegativeInt = "auto"
    "How high the colours are shown in CSS pixels; ``auto`` is as high as the words."

    ncols: PositiveInt = 1
    "In how many columns the palettes stand."


def ColorMap(**values: Any) -> PaletteSelect:  # noqa: N802  # a former name of the class
    """Return a `PaletteSelect`, under its former name."""
    return PaletteSelect(**values)
