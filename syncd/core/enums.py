"""The words that fields take, as tuples, under Bokeh's names."""

from __future__ import annotations

from typing import get_args

from syncd.colors.css import COLOR_NAMES
from syncd.models import enums


__all__ = [
    "Align",
    "ButtonType",
    "DashPattern",
    "Dimensions",
    "FontStyle",
    "LegendLocation",
    "LineCap",
    "LineJoin",
    "MarkerType",
    "NamedColor",
    "Orientation",
    "Place",
    "RenderLevel",
    "SizingMode",
    "TextAlign",
    "TextBaseline",
    "TickLabelOrientation",
    "VerticalAlign",
]

Align: tuple[str, ...] = get_args(enums.Align)
ButtonType: tuple[str, ...] = get_args(enums.ButtonType)
DashPattern: tuple[str, ...] = enums.DashKind.words
Dimensions: tuple[str, ...] = get_args(enums.Dimensions)
FontStyle: tuple[str, ...] = get_args(enums.FontStyle)
LegendLocation: tuple[str, ...] = get_args(enums.LegendLocation)
LineCap: tuple[str, ...] = get_args(enums.LineCap)
LineJoin: tuple[str, ...] = get_args(enums.LineJoin)
MarkerType: tuple[str, ...] = get_args(enums.Marker)
NamedColor: tuple[str, ...] = tuple(sorted(COLOR_NAMES))
Orientation: tuple[str, ...] = get_args(enums.Orientation)
Place: tuple[str, ...] = get_args(enums.Place)
RenderLevel: tuple[str, ...] = get_args(enums.RenderLevel)
SizingMode: tuple[str, ...] = get_args(enums.SizingMode)
TextAlign: tuple[str, ...] = get_args(enums.TextAlign)
TextBaseline: tuple[str, ...] = get_args(enums.TextBaseline)
TickLabelOrientation: tuple[str, ...] = get_args(enums.TickLabelOrientation)
VerticalAlign: tuple[str, ...] = get_args(enums.VerticalAlign)
