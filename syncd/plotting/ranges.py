"""Ranges, scales and axes from what authors write for them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from syncd.model.foreign import rows_of
from syncd.models import (
    CategoricalAxis,
    CategoricalScale,
    ContinuousTicker,
    DataRange1d,
    DatetimeAxis,
    FactorRange,
    LinearAxis,
    LinearScale,
    LogAxis,
    LogScale,
    MercatorAxis,
    Range,
    Range1d,
    TimedeltaAxis,
)
from syncd.models.frames import is_grouping


if TYPE_CHECKING:
    from syncd.models import Axis, Scale

__all__ = ["cut_ticks", "make_axis", "make_range", "make_scale"]

_AXES: dict[str, type[Axis]] = {
    "linear": LinearAxis,
    "log": LogAxis,
    "datetime": DatetimeAxis,
    "timedelta": TimedeltaAxis,
    "mercator": MercatorAxis,
}


def make_range(value: Any) -> Range:
    """Return the range that an author means.

    Args:
        value: A range, a pair of ends, a list of factors, what pandas'
            ``groupby`` returns, or ``None`` for a range that follows the data.

    Raises:
        ValueError: It is none of these.
    """
    if value is None:
        return DataRange1d()
    if isinstance(value, Range):
        return value
    if is_grouping(value):
        value = sorted(value.groups)
    value = rows_of(value)
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list | tuple):
        if all(map(_is_factor, value)):
            return FactorRange(factors=list(value))
        if len(value) == 2:  # noqa: PLR2004  # a start and an end
            return Range1d(*value)
    message = (
        f"a range is {value!r}, expected a Range, a pair of numbers or times,"
        " or a list of strings"
    )
    raise ValueError(message)


def make_scale(axis_type: str | None, shown: Range) -> Scale:
    """Return the scale that goes with a type of axis and a range.

    Raises:
        ValueError: A logarithmic axis cannot show factors.
    """
    if isinstance(shown, FactorRange):
        if axis_type == "log":
            message = "an axis of type 'log' cannot show a FactorRange"
            raise ValueError(message)
        return CategoricalScale()
    return LogScale() if axis_type == "log" else LinearScale()


def make_axis(
    axis_type: str | None, shown: Range, ends: Any, *, across: bool
) -> Axis | None:
    """Return the axis of a type, or ``None`` for none.

    Args:
        axis_type: ``linear``, ``log``, ``datetime``, ``timedelta``,
            ``mercator``, or ``auto`` to go by what is shown.
        shown: The range.
        ends: What the author wrote for the range.
        across: Whether it is horizontal.

    Raises:
        ValueError: There is no such type.
    """
    if axis_type is None:
        return None
    if axis_type == "auto":
        if isinstance(shown, FactorRange):
            return CategoricalAxis()
        return DatetimeAxis() if _is_time(ends) else LinearAxis()
    if isinstance(shown, FactorRange):
        return CategoricalAxis()
    if axis_type not in _AXES:
        message = (
            f"an axis type is {axis_type!r}, expected one of"
            f" {', '.join(map(repr, _AXES))}, 'auto' or None"
        )
        raise ValueError(message)
    if axis_type == "mercator":
        return MercatorAxis("lon" if across else "lat")
    return _AXES[axis_type]()


def cut_ticks(axis: Axis | None, parts: int | str | None) -> None:
    """Let minor ticks cut the distances of an axis's major ones.

    Args:
        axis: The axis, if there is one.
        parts: Into how many parts; ``auto`` leaves that to the ticker, and
            ``None`` is for no minor ticks.

    Raises:
        ValueError: It is less than 2.
    """
    if parts == "auto" or axis is None:
        return
    if parts is not None and (not isinstance(parts, int) or parts < 2):  # noqa: PLR2004
        message = f"minor ticks are {parts!r}, expected 'auto', 2 or more, or None"
        raise ValueError(message)
    if isinstance(axis.ticker, ContinuousTicker):
        axis.ticker.num_minor_ticks = parts or 0


def _is_factor(value: Any) -> bool:
    if isinstance(value, str):
        return True
    parts = isinstance(value, list | tuple)
    return parts and bool(value) and all(isinstance(part, str) for part in value)


def _is_time(ends: Any) -> bool:
    return isinstance(ends, list | tuple) and any(
        isinstance(end, dt.date) or type(end).__name__ == "datetime64" for end in ends
    )
