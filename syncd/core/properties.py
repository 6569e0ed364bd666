"""Specs that say whether they mean a value or a column.

Bokeh has its kinds of properties here, too. Models declare their fields with
annotations instead: ``value: float = 0.0``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.absent import refuse_imports


if TYPE_CHECKING:
    from syncd.model import Model

__all__ = ["field", "value"]


def value(
    val: Any, transform: Model | None = None, units: str | None = None
) -> dict[str, Any]:
    """Return a spec of one value for all rows, even if it looks like a column.

    Args:
        val: The value.
        transform: What the browser makes of it.
        units: What it counts, such as ``screen`` or ``deg``.
    """
    return _spec("value", val, transform, units)


def field(
    name: str, transform: Model | None = None, units: str | None = None
) -> dict[str, Any]:
    """Return a spec of a column with a value for each row.

    Args:
        name: The name of the column.
        transform: What the browser makes of its values.
        units: What they count, such as ``screen`` or ``deg``.
    """
    return _spec("field", name, transform, units)


def _spec(
    key: str, what: Any, transform: Model | None, units: str | None
) -> dict[str, Any]:
    spec = {key: what, "transform": transform, "units": units}
    return {
        name: part for name, part in spec.items() if part is not None or name == key
    }


if not TYPE_CHECKING:  # type checkers know by themselves what is not there
    __getattr__ = refuse_imports(
        __name__, "models declare fields with annotations, such as `size: float = 1.0`"
    )
