"""Warnings about documents that authors of Bokeh applications silence.

Nothing here warns about these things: a layout without children is empty, and a plot
without renderers has axes.
"""

from __future__ import annotations

from typing import Final


__all__ = [
    "BOTH_CHILD_AND_ROOT",
    "EMPTY_LAYOUT",
    "EXT",
    "FIXED_HEIGHT_POLICY",
    "FIXED_SIZING_MODE",
    "FIXED_WIDTH_POLICY",
    "MISSING_RENDERERS",
    "PALETTE_LENGTH_FACTORS_MISMATCH",
    "silence",
]

__path__: list[str] = []
"""Nothing is in here, but some of it has other names: `syncd.relocated`."""

MISSING_RENDERERS: Final = "MISSING_RENDERERS"
EMPTY_LAYOUT: Final = "EMPTY_LAYOUT"
BOTH_CHILD_AND_ROOT: Final = "BOTH_CHILD_AND_ROOT"
FIXED_SIZING_MODE: Final = "FIXED_SIZING_MODE"
FIXED_WIDTH_POLICY: Final = "FIXED_WIDTH_POLICY"
FIXED_HEIGHT_POLICY: Final = "FIXED_HEIGHT_POLICY"
PALETTE_LENGTH_FACTORS_MISMATCH: Final = "PALETTE_LENGTH_FACTORS_MISMATCH"
EXT: Final = "EXT"


def silence(warning: str, silence: bool = True) -> None:  # noqa: FBT001, FBT002  # Bokeh's signature
    """Do nothing: there is no such warning.

    Args:
        warning: What should not be warned of.
        silence: Whether it should not.
    """
