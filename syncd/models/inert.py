"""Bokeh's names that make no difference here, or not yet.

What is drawn, and what Python or people can tell, never depends on them: they
are details of looks, and hints about how fast to draw. A field of that name in
the class comes first, so a line here may go when its field arrives.
"""

from typing import Any

from syncd.model.inert import declare_inert


__all__ = ["INERT"]


def _line(prefix: str) -> dict[str, Any]:
    """Return the finer points of a line."""
    return {
        f"{prefix}_line_cap": "butt",
        f"{prefix}_line_join": "bevel",
        f"{prefix}_line_dash_offset": 0,
    }


def _hatch(prefix: str) -> dict[str, Any]:
    """Return the pattern over an area."""
    return {
        f"{prefix}_hatch_color": "black",
        f"{prefix}_hatch_alpha": 1.0,
        f"{prefix}_hatch_scale": 12.0,
        f"{prefix}_hatch_pattern": None,
        f"{prefix}_hatch_weight": 1.0,
    }


def _placed_text(prefix: str) -> dict[str, Any]:
    """Return where a text stands at a place that does not depend on it."""
    return {f"{prefix}_text_align": "left", f"{prefix}_text_baseline": "bottom"}


def _text(prefix: str) -> dict[str, Any]:
    """Return the finer points of a text."""
    return {
        **_placed_text(prefix),
        f"{prefix}_text_line_height": 1.2,
        f"{prefix}_text_outline_color": None,
        f"{prefix}_text_outline_width": 1,
    }


def _without_prefix(names: dict[str, Any]) -> dict[str, Any]:
    return {name.removeprefix("_"): value for name, value in names.items()}


INERT: dict[str, dict[str, Any]] = {
    "Model": {"syncable": True},
    "BaseDatePicker": {"date_format": "Y-m-d"},
    "BaseDatetimePicker": {
        "clock": "24h",
        "date_format": "Y-m-d H:i",
        "hour_increment": 1,
    },
    "MultipleDatePicker": {"separator": ", "},
    "MultipleDatetimePicker": {"separator": ", "},
    "PickerBase": {"inline": False, "position": "auto"},
    "TimePicker": {"clock": "24h", "hour_increment": 1, "time_format": "H:i"},
    "Figure": {
        "hidpi": True,
        "hold_render": False,
        "lod_factor": 10,
        "lod_interval": 300,
        "lod_threshold": 2000,
        "lod_timeout": 500,
        "output_backend": "canvas",
        "reset_policy": "standard",
        "window_axis": "none",
    },
    "Axis": {
        "dimension": "auto",
        "face": "auto",
        **_hatch("background"),
        **_placed_text("axis_label"),
        **_placed_text("major_label"),
    },
    "CategoricalAxis": {
        **_placed_text("group"),
        **_placed_text("subgroup"),
    },
    "Renderer": {
        "css_classes": [],
        "css_variables": {},
        "html_attributes": {},
        "html_id": None,
        "propagate_hover": False,
        "styles": {},
        "stylesheets": [],
    },
    "Title": {
        "text_align": "left",
        "text_baseline": "bottom",
        **_hatch("background"),
        **_line("border"),
    },
    "Legend": {
        "label_text_baseline": "middle",
        "title_text_baseline": "bottom",
        **_hatch("background"),
        **_hatch("inactive"),
        **_hatch("item_background"),
        **_line("border"),
    },
    "Text": {**_hatch("background"), **_line("border")},
    "HoverTool": {"toggleable": True},
    "CrosshairTool": {"toggleable": True},
    "Toolbar": {
        "css_classes": [],
        "css_variables": {},
        "html_attributes": {},
        "html_id": None,
        "styles": {},
        "stylesheets": [],
    },
}
"""What the names hold before they are set, by class."""

for _cls, _names in INERT.items():
    declare_inert(_cls, _names)
