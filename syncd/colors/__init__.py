"""Colours that can be computed with, under Bokeh's names.

``RGB(255, 99, 71).lighten(0.1)`` may be given wherever a model takes a colour;
`named` has CSS's names, `groups` has them by hue.
"""

from syncd.colors import groups, named
from syncd.colors.color import HSL, RGB, Color, ColorLike


__all__ = ["HSL", "RGB", "Color", "ColorLike", "groups", "named"]
