"""Fields of glyphs whose values are computed in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.model.spec import Spec
from syncd.models import (
    CategoricalColorMapper,
    CategoricalMarkerMapper,
    CategoricalPatternMapper,
    CumSum,
    Dodge,
    EqHistColorMapper,
    Jitter,
    LinearColorMapper,
    LogColorMapper,
    Stack,
)


if TYPE_CHECKING:
    from syncd.model import Model
    from syncd.models import Range

__all__ = [
    "cumsum",
    "dodge",
    "eqhist_cmap",
    "factor_cmap",
    "factor_hatch",
    "factor_mark",
    "jitter",
    "linear_cmap",
    "log_cmap",
    "stack",
    "transform",
]


def transform(field_name: str, transform: Model) -> Spec:
    """Return a spec of a column whose values a model changes.

    Args:
        field_name: The column.
        transform: How they are changed: a mapper, a `Dodge`, and so on.
    """
    return Spec(field=field_name, transform=transform)


def dodge(field_name: str, value: float, range: Range | None = None) -> Spec:  # noqa: A002  # Bokeh's name
    """Return a spec of a column whose values are moved by the same amount.

    Args:
        field_name: The column.
        value: How far; beside factors 1 is the width of one.
        range: The range whose factors the values are, if they are factors.
    """
    return transform(field_name, Dodge(value=value, range=range))


def jitter(
    field_name: str,
    width: float,
    mean: float = 0,
    distribution: Any = "uniform",
    range: Range | None = None,  # noqa: A002  # Bokeh's name
) -> Spec:
    """Return a spec of a column whose values are moved at random.

    Args:
        field_name: The column.
        width: The width of what the movements are spread over.
        mean: The middle of the movements.
        distribution: How they are spread: ``uniform`` or ``normal``.
        range: The range whose factors the values are, if they are factors.
    """
    moved = Jitter(mean=mean, width=width, distribution=distribution, range=range)
    return transform(field_name, moved)


def stack(*fields: str) -> Spec:
    """Return a spec of the sums of columns.

    Args:
        *fields: The columns.
    """
    return Spec(expr=Stack(columns=list(fields)))


def cumsum(field_name: str, include_zero: bool = False) -> Spec:  # noqa: FBT001, FBT002  # Bokeh's signature
    """Return a spec of the sums of a column up to each row.

    Args:
        field_name: The column.
        include_zero: Whether sums begin with 0 and leave out the row itself.
    """
    return Spec(expr=CumSum(field=field_name, include_zero=include_zero))


def linear_cmap(
    field_name: str,
    palette: Any,
    low: float | None = None,
    high: float | None = None,
    **values: Any,
) -> Spec:
    """Return a colour spec: equal differences are equal steps of colours.

    Args:
        field_name: The column of numbers.
        palette: Colours, or the name of a palette.
        low: The number of the first colour; ``None`` is the least one.
        high: The number of the last colour; ``None`` is the greatest one.
        **values: Further fields of the `LinearColorMapper`.
    """
    mapper = LinearColorMapper(palette=palette, low=low, high=high, **values)
    return transform(field_name, mapper)


def log_cmap(
    field_name: str,
    palette: Any,
    low: float | None = None,
    high: float | None = None,
    **values: Any,
) -> Spec:
    """Return a colour spec: equal ratios are equal steps of colours.

    Args:
        field_name: The column of numbers.
        palette: Colours, or the name of a palette.
        low: The number of the first colour; ``None`` is the least one.
        high: The number of the last colour; ``None`` is the greatest one.
        **values: Further fields of the `LogColorMapper`.
    """
    mapper = LogColorMapper(palette=palette, low=low, high=high, **values)
    return transform(field_name, mapper)


def eqhist_cmap(
    field_name: str,
    palette: Any,
    low: float | None = None,
    high: float | None = None,
    **values: Any,
) -> Spec:
    """Return a colour spec: each colour stands for about as many numbers.

    Args:
        field_name: The column of numbers.
        palette: Colours, or the name of a palette.
        low: The number of the first colour; ``None`` is the least one.
        high: The number of the last colour; ``None`` is the greatest one.
        **values: Further fields of the `EqHistColorMapper`.
    """
    mapper = EqHistColorMapper(palette=palette, low=low, high=high, **values)
    return transform(field_name, mapper)


def factor_cmap(
    field_name: str, palette: Any, factors: Any, *levels: int, **values: Any
) -> Spec:
    """Return a colour spec: each factor has its own colour.

    Args:
        field_name: The column of factors.
        palette: Colours, or the name of a palette.
        factors: The factors, in the order of the colours.
        *levels: Which levels of nested factors count: the first, and the one
            after the last.
        **values: Further fields of the `CategoricalColorMapper`.
    """
    values |= zip(("start", "end"), levels, strict=False)
    mapper = CategoricalColorMapper(palette=palette, factors=factors, **values)
    return transform(field_name, mapper)


def factor_mark(
    field_name: str, markers: Any, factors: Any, *levels: int, **values: Any
) -> Spec:
    """Return a marker spec: each factor has its own marker.

    Args:
        field_name: The column of factors.
        markers: The markers.
        factors: The factors, in the order of the markers.
        *levels: Which levels of nested factors count: the first, and the one
            after the last.
        **values: Further fields of the `CategoricalMarkerMapper`.
    """
    values |= zip(("start", "end"), levels, strict=False)
    mapper = CategoricalMarkerMapper(markers=markers, factors=factors, **values)
    return transform(field_name, mapper)


def factor_hatch(
    field_name: str, patterns: Any, factors: Any, *levels: int, **values: Any
) -> Spec:
    """Return a hatch spec: each factor has its own hatch.

    Args:
        field_name: The column of factors.
        patterns: The hatches.
        factors: The factors, in the order of the hatches.
        *levels: Which levels of nested factors count: the first, and the one
            after the last.
        **values: Further fields of the `CategoricalPatternMapper`.
    """
    values |= zip(("start", "end"), levels, strict=False)
    mapper = CategoricalPatternMapper(patterns=patterns, factors=factors, **values)
    return transform(field_name, mapper)
