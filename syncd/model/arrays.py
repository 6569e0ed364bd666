"""Numpy's own arrays, told by their type alone.

Nearly every column is one, or a list. What else looks like an array is found
out by its attributes, which takes ten times as long.
"""

from __future__ import annotations

from typing import Any


__all__ = ["ARRAYS", "meet"]

ARRAYS: set[type] = set()
"""Numpy's own type of arrays once one was met, and never a class derived from it."""


def meet(values: Any) -> None:
    """Take note if something is an array of numpy's."""
    cls = type(values)
    if cls.__module__ == "numpy" and cls.__qualname__ == "ndarray":
        ARRAYS.add(cls)
