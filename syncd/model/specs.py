"""Annotations that the vocabulary uses beyond Python's own types."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

from syncd.colors.css import is_color
from syncd.model.columns import ColumnsKind
from syncd.model.kinds import (
    ColorKind,
    FloatKind,
    HexColorKind,
    IntKind,
    MeasureKind,
    NoneKind,
    StrKind,
    UnionKind,
)
from syncd.model.spec import SpecKind


__all__ = [
    "AngleSpec",
    "Color",
    "ColorSpec",
    "Columns",
    "FontSizeSpec",
    "HexColor",
    "IntSpec",
    "NonNegative",
    "NonNegativeInt",
    "NumberSpec",
    "Percent",
    "Positive",
    "PositiveInt",
    "SequenceSpec",
    "StringSpec",
    "TextSpec",
    "is_font_size",
]

_FONT_SIZE = re.compile(r"[0-9.]+(?:px|pt|em|rem|%|in|cm|mm|pc|ex|ch|vh|vw)")


def is_font_size(text: str) -> bool:
    """Tell whether the text is a size such as ``13px`` or ``1.2em``."""
    return _FONT_SIZE.fullmatch(text) is not None


def _always(_: str) -> bool:
    return True


Positive: TypeAlias = Annotated[float, FloatKind(low=math.ulp(0.0))]
"""A number above zero."""

NonNegative: TypeAlias = Annotated[float, FloatKind(low=0)]
"""A number from zero up."""

Percent: TypeAlias = Annotated[float, FloatKind(low=0, high=1)]
"""A number from 0 to 1."""

PositiveInt: TypeAlias = Annotated[int, IntKind(low=1)]
"""A whole number from one up."""

NonNegativeInt: TypeAlias = Annotated[int, IntKind(low=0)]
"""A whole number from zero up."""

Color: TypeAlias = Annotated[str | tuple[float, ...], ColorKind()]
"""A colour in a CSS notation, or a tuple of red, green, blue and alpha."""

HexColor: TypeAlias = Annotated[str, HexColorKind()]
"""A colour that is read back as ``#rrggbb``."""

Columns: TypeAlias = Annotated[dict[str, Any], ColumnsKind()]
"""Column names and sequences of equal length."""

_Mapping: TypeAlias = Mapping[str, Any]

NumberSpec: TypeAlias = Annotated[
    float | dt.date | dt.timedelta | str | _Mapping | None,
    SpecKind(UnionKind([MeasureKind(), NoneKind()]), name="number"),
]
"""A number, a time or a duration for all rows, or the name of a column of them."""

IntSpec: TypeAlias = Annotated[int | str | _Mapping, SpecKind(IntKind(), name="int")]
"""A whole number for all rows, or the name of a column of whole numbers."""

AngleSpec: TypeAlias = Annotated[
    float | str | _Mapping, SpecKind(FloatKind(), name="angle")
]
"""An angle in radians for all rows, or the name of a column of angles."""

ColorSpec: TypeAlias = Annotated[
    str | tuple[float, ...] | _Mapping | None,
    SpecKind(UnionKind([ColorKind(), NoneKind()]), name="color", is_value=is_color),
]
"""A colour for all rows, or the name of a column of colours."""

SequenceSpec: TypeAlias = Annotated[
    str | _Mapping | None, SpecKind(NoneKind(), name="sequence")
]
"""The name of a column whose rows are sequences or arrays themselves."""

StringSpec: TypeAlias = Annotated[
    str | _Mapping | None, SpecKind(UnionKind([StrKind(), NoneKind()]), name="string")
]
"""The name of a column of strings; one for all rows is ``{"value": …}``."""

FontSizeSpec: TypeAlias = Annotated[
    str | _Mapping,
    SpecKind(StrKind(), name="font_size", is_value=is_font_size),
]
"""A font size for all rows, or the name of a column of font sizes."""

TextSpec: TypeAlias = Annotated[
    str | _Mapping, SpecKind(StrKind(), name="text", is_value=_always)
]
"""A text for all rows; the name of a column of texts is ``{"field": …}``."""
