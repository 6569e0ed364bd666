"""What all widgets have."""

from syncd.models.layouts import LayoutDOM


__all__ = [
    "Widget",
]


class Widget(LayoutDOM):
    """What people read, press, type into or drag."""

    margin: int | tuple[int, int] | tuple[int, int, int, int] | None = 5
    "The margin in CSS pixels, so that widgets do not touch each other."
