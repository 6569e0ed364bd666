"""Bokeh's names that make no difference here, or not yet.

What is drawn, and what Python or people can tell, never depends on them: they
are details of looks, and hints about how fast to draw. A field of that name in
the class comes first, so a line here may go when its field arrives.
"""

from typing import Any

from syncd.model.inert import declare_inert


__all__ = ["AGREED", "INERT"]


def _line(prefix: str) -> dict[str, Any]:
    """Return the finer points of a line."""
    return {
        f"{prefix}_line_cap": "butt",
        f"{prefix}_line_join": "bevel",
        f"{prefix}_line_dash_offset": 0,
    }


_BAR = {
    "major_label_text_align": "left",
    "major_label_text_baseline": "bottom",
    "title_text_baseline": "bottom",
}

INERT: dict[str, dict[str, Any]] = {
    "Annotation": {
        "render_mode": "canvas",
        "renderers": [],
        "x_range_name": "default",
        "y_range_name": "default",
    },
    "BaseBar": _BAR,
    "BaseColorBar": _BAR,
    "ScaleBar": {
        "label_text_align": "left",
        "label_text_baseline": "bottom",
        "title_text_align": "left",
        "title_text_baseline": "bottom",
    },
    "AbstractSlider": {"callback_policy": "throttle", "callback_throttle": 200},
    "Model": {"syncable": True},
    "Canvas": {"hidpi": True, "output_backend": "canvas"},
    "Dialog": {
        "bottom_limit": None,
        "left_limit": None,
        "right_limit": None,
        "top_limit": None,
    },
    "Figure": {
        "hidpi": True,
        "lod_factor": 10,
        "lod_interval": 300,
        "lod_threshold": 2000,
        "output_backend": "canvas",
    },
    "Axis": {
        "axis_label_text_baseline": "bottom",
        "major_label_text_baseline": "bottom",
    },
    "CategoricalAxis": {
        "group_text_baseline": "bottom",
        "subgroup_text_baseline": "bottom",
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
        "vertical_align": "bottom",
        **_line("border"),
    },
    "Legend": {"title_text_baseline": "bottom", **_line("border")},
    "Toolbar": {
        "css_classes": [],
        "css_variables": {},
        "html_attributes": {},
        "html_id": None,
        "logo": "normal",
        "styles": {},
        "stylesheets": [],
    },
    "WeightedStackColorMapper": {"stack_labels": None},
}
"""What the names hold before they are set, by class."""

AGREED: dict[str, dict[str, Any]] = {
    "Figure": {"lod_threshold": None, "output_backend": "webgl"},
    "Toolbar": {"logo": None},
}
"""What asks for no more than happens anyway: all points are always drawn, and fast."""

for _cls, _names in INERT.items():
    declare_inert(_cls, _names, AGREED.get(_cls, {}))
