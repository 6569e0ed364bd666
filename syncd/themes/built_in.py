"""The themes that every document can choose by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from syncd.themes.theme import Theme


if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "CALIBER",
    "CARBON",
    "CONTRAST",
    "DARK_MINIMAL",
    "LIGHT_MINIMAL",
    "NIGHT_SKY",
    "built_in_theme",
    "built_in_themes",
    "default",
]

CALIBER = "caliber"
CARBON = "carbon"
CONTRAST = "contrast"
DARK_MINIMAL = "dark_minimal"
LIGHT_MINIMAL = "light_minimal"
NIGHT_SKY = "night_sky"

_SANS = "system-ui, sans-serif"


class _Palette(NamedTuple):
    """The colours that most of a figure follows from."""

    page: str
    frame: str
    text: str
    axis: str | None
    grid: str | None
    grid_alpha: float = 1.0
    outline: str | None = None
    font: str = _SANS
    size: str = "12px"
    title_size: str = "16px"


def _attrs(palette: _Palette) -> dict[str, dict[str, Any]]:
    """Return the fields of the parts of a figure."""
    text = {"text_color": palette.text, "text_font": palette.font}
    return {
        "Figure": {
            "background_fill_color": palette.frame,
            "border_fill_color": palette.page,
            "outline_line_color": palette.outline,
        },
        "Grid": {
            "grid_line_color": palette.grid,
            "grid_line_alpha": palette.grid_alpha,
        },
        "Axis": {
            "axis_line_color": palette.axis,
            "major_tick_line_color": palette.axis,
            "minor_tick_line_color": None,
            "major_label_text_color": palette.text,
            "major_label_text_font": palette.font,
            "major_label_text_font_size": palette.size,
            "axis_label_text_color": palette.text,
            "axis_label_text_font": palette.font,
            "axis_label_text_font_size": palette.size,
            "axis_label_text_font_style": "normal",
            "axis_label_standoff": 10,
        },
        "Legend": {
            "background_fill_color": palette.frame,
            "background_fill_alpha": 0.8,
            "border_line_color": None,
            **{f"label_{name}": value for name, value in text.items()},
            **{f"title_{name}": value for name, value in text.items()},
        },
        "BaseColorBar": {
            **{f"major_label_{name}": value for name, value in text.items()},
            **{f"title_{name}": value for name, value in text.items()},
        },
        "Title": {**text, "text_font_size": palette.title_size},
    }


_PALETTES: Mapping[str, _Palette] = {
    CALIBER: _Palette(
        page="#ffffff",
        frame="#fbfcfd",
        text="#3c4858",
        axis="#6b7a8d",
        grid="#dfe4ea",
        font="Calibri, Carlito, sans-serif",
        size="14px",
        title_size="18px",
    ),
    CARBON: _Palette(
        page="#1f2329",
        frame="#2a2f37",
        text="#e8eaed",
        axis="#8b939f",
        grid="#4a515c",
        outline="#4a515c",
    ),
    CONTRAST: _Palette(
        page="#000000",
        frame="#000000",
        text="#ffffff",
        axis="#ffffff",
        grid="#ffffff",
        grid_alpha=0.35,
        outline="#ffffff",
        size="14px",
        title_size="18px",
    ),
    DARK_MINIMAL: _Palette(
        page="#16181c",
        frame="#1d2025",
        text="#d5d8dd",
        axis=None,
        grid="#d5d8dd",
        grid_alpha=0.2,
    ),
    LIGHT_MINIMAL: _Palette(
        page="#ffffff",
        frame="#ffffff",
        text="#4c5158",
        axis=None,
        grid="#4c5158",
        grid_alpha=0.2,
    ),
    NIGHT_SKY: _Palette(
        page="#131a3a",
        frame="#1b2450",
        text="#cdd5ff",
        axis="#7482c9",
        grid="#7482c9",
        grid_alpha=0.3,
        outline="#7482c9",
    ),
}

default = Theme(json={})
"""The theme of documents that have no other; it changes nothing."""

built_in_themes = {
    name: Theme(json={"attrs": _attrs(palette)}) for name, palette in _PALETTES.items()
}
"""The themes by name."""


def built_in_theme(name: str) -> Theme:
    """Return the theme of that name.

    Raises:
        ValueError: There is none.
    """
    if name not in built_in_themes:
        known = ", ".join(sorted(built_in_themes))
        message = f"{name!r} is not a built-in theme; there are {known}"
        raise ValueError(message)
    return built_in_themes[name]
