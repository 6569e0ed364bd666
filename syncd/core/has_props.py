"""What has properties, under the name that Bokeh's authors import."""

from __future__ import annotations

from typing import TypeVar

from syncd.model import Model, Qualified


__all__ = ["HasProps", "Qualified", "abstract"]

_C = TypeVar("_C", bound=type[Model])

HasProps = Model
"""The base of all that has properties; here that is a model at once."""


def abstract(cls: _C) -> _C:
    """Return the class: whoever makes models of it gets what it has."""
    return cls
