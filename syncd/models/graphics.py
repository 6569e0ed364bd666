"""Small shapes that stand at the ends of others."""

from typing import Literal

from syncd.model import Model


__all__ = ["Decoration", "Marking"]


class Marking(Model):
    """A small shape, such as the head of an arrow."""


class Decoration(Model):
    """A small shape at a place of each row's glyph."""

    marking: Marking | None = None
    "The shape; ``None`` draws none."

    node: Literal["start", "middle", "end"] = "start"
    "Where on the glyph it stands."
