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


def _text(prefix: str) -> dict[str, Any]:
    """Return the finer points of a text."""
    return {
        f"{prefix}_text_align": "left",
        f"{prefix}_text_baseline": "bottom",
        f"{prefix}_text_line_height": 1.2,
        f"{prefix}_text_outline_color": None,
        f"{prefix}_text_outline_width": 1,
    }


def _whole_text(prefix: str) -> dict[str, Any]:
    """Return everything about a text's looks."""
    return {
        f"{prefix}_text_color": "#444444",
        f"{prefix}_text_alpha": 1.0,
        f"{prefix}_text_font": "helvetica",
        f"{prefix}_text_font_size": "11px",
        f"{prefix}_text_font_style": "normal",
        **_text(prefix),
    }


def _without_prefix(names: dict[str, Any]) -> dict[str, Any]:
    return {name.removeprefix("_"): value for name, value in names.items()}


INERT: dict[str, dict[str, Any]] = {
    "Model": {"syncable": True},
    "LayoutDOM": {
        "aspect_ratio": None,
        "css_variables": {},
        "flow_mode": "block",
        "height_policy": "auto",
        "html_attributes": {},
        "html_id": None,
        "resizable": False,
        "stylesheets": [],
        "width_policy": "auto",
    },
    "InputWidget": {"description": None},
    "AbstractButton": {"icon": None},
    "DatePicker": {"date_format": "Y-m-d", "inline": False, "position": "auto"},
    "Switch": {"off_icon": None, "on_icon": None},
    "Figure": {
        "aspect_scale": 1,
        "border_line_alpha": 1.0,
        "border_line_color": None,
        "border_line_dash": [],
        "border_line_width": 1,
        "frame_align": True,
        "frame_height": None,
        "frame_width": None,
        "hidpi": True,
        "hold_render": False,
        "lod_factor": 10,
        "lod_interval": 300,
        "lod_threshold": 2000,
        "lod_timeout": 500,
        "match_aspect": False,
        "min_border_bottom": None,
        "min_border_left": None,
        "min_border_right": None,
        "min_border_top": None,
        "output_backend": "canvas",
        "reset_policy": "standard",
        "toolbar_inner": False,
        "toolbar_sticky": True,
        "window_axis": "none",
        **_line("border"),
        **_line("outline"),
        **_hatch("background"),
        **_hatch("border"),
    },
    "Axis": {
        "axis_label_align": "center",
        "axis_label_orientation": "normal",
        "axis_label_standoff_mode": "ticks",
        "background_fill_alpha": 1.0,
        "background_fill_color": None,
        **_hatch("background"),
        **_line("axis"),
        **_line("major_tick"),
        **_line("minor_tick"),
        **_text("axis_label"),
        **_text("major_label"),
    },
    "CategoricalAxis": {
        "group_label_orientation": "parallel",
        "separator_line_alpha": 1.0,
        "separator_line_color": "lightgrey",
        "separator_line_dash": [],
        "separator_line_width": 2,
        "subgroup_label_orientation": "parallel",
        **_line("separator"),
        **_whole_text("group"),
        **_whole_text("subgroup"),
    },
    "Grid": {
        "cross_bounds": "auto",
        **_hatch("band"),
        **_line("grid"),
        **_line("minor_grid"),
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
    "ContinuousTicker": {
        "base": 10,
        "mantissas": [1, 2, 5],
        "max_interval": None,
        "min_interval": 0.0,
    },
    "Tool": {"icon": None},
    "WheelZoomTool": {
        "maintain_focus": True,
        "modifiers": {},
        "speed": 1 / 600,
        "zoom_on_axis": True,
        "zoom_together": "all",
    },
    "BoxZoomTool": {"match_aspect": False, "origin": "corner"},
    "HoverTool": {"toggleable": True},
    "CrosshairTool": {"toggleable": True},
    "Toolbar": {
        "active_multi": "auto",
        "css_classes": [],
        "css_variables": {},
        "group": True,
        "group_types": [],
        "html_attributes": {},
        "html_id": None,
        "styles": {},
        "stylesheets": [],
        "visible": True,
    },
}
"""What the names hold before they are set, by class."""

for _cls, _names in INERT.items():
    declare_inert(_cls, _names)
