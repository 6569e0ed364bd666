"""What part of a direction is shown."""

import datetime as dt
import math
from typing import Annotated, Any, Literal, TypeAlias

from syncd.model import Model
from syncd.model.kinds import (
    DatetimeKind,
    FloatKind,
    MeasureKind,
    NoneKind,
    TupleKind,
    UnionKind,
)
from syncd.model.specs import NonNegative


__all__ = ["DataRange1d", "FactorRange", "NumericalRange", "Range", "Range1d"]

Bound: TypeAlias = float | dt.datetime
"""A value on an axis; times are kept as milliseconds since 1970 in UTC."""

Spot: TypeAlias = Bound | str | tuple[str, str] | tuple[str, str, str]
"""A value on an axis, or a factor by its name or by those of all its levels."""

Span: TypeAlias = Annotated[float | dt.timedelta, MeasureKind(low=math.ulp(0.0))]
"""A distance above zero on an axis; durations are kept as milliseconds."""

Padding: TypeAlias = Annotated[float | dt.timedelta, MeasureKind(low=0)]
"""A share of a span, or a distance from zero up; durations are kept as milliseconds."""


class _LimitsKind(TupleKind):
    """Two limits, the lower one first; either may be left out."""

    def __init__(self) -> None:
        bound = UnionKind([FloatKind(), DatetimeKind(), NoneKind()])
        super().__init__([bound, bound])
        self.expected = "two numbers or times, the lower one first, or None for either"

    def check(self, value: Any) -> tuple[Any, ...]:
        low, high = checked = super().check(value)
        given = [bound for bound in checked if bound is not None]
        if any(map(math.isnan, given)) or (len(given) == len(checked) and low >= high):
            raise ValueError
        return checked


Limits: TypeAlias = Annotated[tuple[Any, ...], _LimitsKind()]
"""How far something goes in both directions; ``None`` sets no limit."""


class Range(Model):
    """What part of a direction is shown."""

    bounds: Literal["auto"] | Limits | None = None
    "How far people can pan and zoom; ``auto`` holds them to what is there."

    min_interval: Padding | None = None
    "The least distance of the ends that people can zoom to."

    max_interval: Span | None = None
    "The greatest distance of the ends that people can zoom to."


class NumericalRange(Range):
    """A part of a direction of numbers or times."""


class Range1d(NumericalRange):
    """A fixed part of a direction."""

    start: Bound = 0.0
    "The value at the left or the bottom; it may be the larger one."

    end: Bound = 1.0
    "The value at the right or the top."

    reset_start: Bound | None = None
    "Where the range starts after a reset; ``None`` is where it first did."

    reset_end: Bound | None = None
    "Where the range ends after a reset; ``None`` is where it first did."

    def __init__(self, *ends: Any, **values: Any) -> None:
        if ends:
            if len(ends) != 2:  # noqa: PLR2004  # a start and an end
                message = f"Range1d takes a start and an end, got {ends!r}"
                raise ValueError(message)
            values["start"], values["end"] = ends
        super().__init__(**values)


class DataRange1d(NumericalRange):
    """As much of a direction as the data cover.

    Browsers tell where the ends are, so that ``start`` and ``end`` are numbers as
    soon as somebody has seen the figure. They go on following the data until
    they are set to something else, here or by a person who pans. Ends that a callback sets
    stay until a reset, or until data have been between them and new ones no longer are.
    """

    start: Bound | None = None
    "The value at the left or the bottom; set, it is fixed, and ``None`` frees it."

    end: Bound | None = None
    "The value at the right or the top; set, it is fixed, and ``None`` frees it."

    computed: list[float | None] = []
    "The ends as they followed from the data; one that is still so is not fixed."

    range_padding: Padding = 0.1
    "How much is shown beyond the data, half of it on each side."

    range_padding_units: Literal["percent", "absolute"] = "percent"
    "Whether the padding is a share of the data's span or an amount."

    default_span: Span = 2.0
    "The distance of the ends when all data are alike."

    flipped: bool = False
    "Whether the greatest value is at the left or the bottom."

    follow: Literal["start", "end"] | None = None
    "Which end of the data stays in sight while rows are streamed."

    follow_interval: Span | None = None
    "How much of the data is shown when an end is followed."

    only_visible: bool = False
    "Whether renderers that are not visible are left out."

    renderers: list[Model] | Literal["auto"] = []
    "Whose data count; none, or ``auto``, takes all renderers of the figure."


class FactorRange(Range):
    """Names, or names in groups, side by side."""

    factors: list[str | tuple[str, str] | tuple[str, str, str]] = []
    "The names in the order they are shown; pairs and triples are groups."

    range_padding: NonNegative = 0.0
    "How much is shown beyond the factors, half of it on each side."

    range_padding_units: Literal["percent", "absolute"] = "percent"
    "Whether the padding is a share of the factors' span or an amount."

    factor_padding: float = 0.0
    "The gap between factors of a group, in widths of a factor."

    group_padding: float = 1.4
    "The gap between groups, in widths of a factor."

    subgroup_padding: float = 0.8
    "The gap between groups within groups, in widths of a factor."

    start: float = 0.0
    "Where the first factor begins; set by the browser."

    end: float = 0.0
    "Where the last factor ends; set by the browser."

    def __init__(self, *factors: Any, **values: Any) -> None:
        if factors:
            values["factors"] = list(factors)
        super().__init__(**values)
