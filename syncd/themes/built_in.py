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

_SANS = "Helvetica, system-ui, sans-serif"
_PALE, _DULL, _BLACK = "#e0e0e0", "#5b5b5b", "#000000"


class _Look(NamedTuple):
    """What most of a figure follows from; the colours are those of Bokeh's themes."""

    text: str
    page: str = "white"
    frame: str = "white"
    """Light ones have a name that differs from the usual: what is as usual follows the
    page, and dark words would stand on a dark one."""
    guide: str | None = None
    """The colour of the grid and of the line around the frame, if not the usual."""
    grid_alpha: float | None = None
    outline_alpha: float | None = None
    axis: str | None = None
    label: str | None = None
    """The colour of small words, if it is not that of all."""
    on_frame: str | None = None
    """The colour of words in a legend, if it is not that of small ones."""
    legend_alpha: float = 0.25
    bar: str | None = None
    """The colour around a colour bar and its words; else nothing is."""
    on_bar: str | None = None
    font: str = _SANS
    style: str = "normal"
    title_style: str = "bold"
    sizes: tuple[str, str, str] = ("13px", "16px", "15px")
    """Those of small words, of the titles of axes, and of the figure's title."""


def _attrs(look: _Look) -> dict[str, dict[str, Any]]:
    """Return the fields of the parts of a figure."""
    small, large, title = look.sizes
    text = _words(look, look.text)
    label = _words(look, look.label or look.text) | {"text_font_size": small}
    legend = label | {"text_color": look.on_frame or look.label or look.text}
    bar = label | {"text_color": look.on_bar or look.label or look.text}
    return {
        "Figure": _given(
            background_fill_color=look.frame,
            border_fill_color=look.page,
            outline_line_color=look.guide,
            outline_line_alpha=look.outline_alpha,
        ),
        "Grid": _given(grid_line_color=look.guide, grid_line_alpha=look.grid_alpha),
        "Axis": {
            "axis_line_color": look.axis,
            "major_tick_line_color": look.axis,
            "minor_tick_line_color": None,
            "axis_label_standoff": 10,
            **_prefixed("major_label_", label),
            **_prefixed("axis_label_", text | {"text_font_size": large}),
        },
        "Legend": _given(
            spacing=8,
            glyph_width=15,
            label_standoff=8,
            background_fill_color=look.frame,
        )
        | {
            "border_line_color": None,
            "background_fill_alpha": look.legend_alpha,
            **_prefixed("label_", legend),
            **_prefixed("title_", legend),
        },
        "BaseColorBar": _given(background_fill_color=look.bar)
        | {
            "bar_line_alpha": 0.0,
            "major_tick_line_alpha": 0.0,
            **_prefixed("major_label_", bar),
            **_prefixed("title_", bar),
        },
        "Title": text | {"text_font_size": title, "text_font_style": look.title_style},
    }


def _words(look: _Look, color: str) -> dict[str, Any]:
    """Return how words look, without their size."""
    return {
        "text_color": color,
        "text_font": look.font,
        "text_font_style": look.style,
    }


def _prefixed(prefix: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{prefix}{name}": value for name, value in fields.items()}


def _given(**fields: Any) -> dict[str, Any]:
    """Return the fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None}


_DARK = _Look(
    _PALE,
    page="#15191c",
    frame="#20262b",
    guide=_PALE,
    grid_alpha=0.25,
    outline_alpha=0.25,
    bar="#15191c",
)

_LOOKS: Mapping[str, _Look] = {
    CALIBER: _Look(
        _DULL,
        axis=_DULL,
        font="Calibri Light, Calibri, Carlito, sans-serif",
        style="bold",
        sizes=("12px", "15px", "16px"),
    ),
    CARBON: _Look(
        "#d3d3d3",
        page="#1b1e23",
        frame="#1b1e23",
        guide="#808080",
        grid_alpha=0.1,
        outline_alpha=0.0,
        axis="#4d4f51",
        label="#8a8a8a",
        legend_alpha=0.0,
        bar="#1b1e23",
        font="Courier New, monospace",
        title_style="normal",
        sizes=("12px", "15px", "15px"),
    ),
    CONTRAST: _Look(
        _BLACK,
        frame=_BLACK,
        guide=_PALE,
        grid_alpha=0.25,
        outline_alpha=0.25,
        on_frame="#ffffff",
        bar="#15191c",
        on_bar=_PALE,
    ),
    DARK_MINIMAL: _DARK,
    LIGHT_MINIMAL: _Look(_DULL),
    NIGHT_SKY: _DARK._replace(frame="#2c001e"),
}

default = Theme(json={})
"""The theme of documents that have no other; it changes nothing."""

built_in_themes = {
    name: Theme(json={"attrs": _attrs(look)}) for name, look in _LOOKS.items()
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
