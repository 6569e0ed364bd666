"""Fields of glyphs whose colours are computed in the browser."""

from __future__ import annotations

from typing import Any

from syncd.models import CategoricalColorMapper, LinearColorMapper, LogColorMapper


__all__ = ["factor_cmap", "linear_cmap", "log_cmap"]


def linear_cmap(
    field_name: str, palette: Any, low: float | None, high: float | None, **values: Any
) -> dict[str, Any]:
    """Return a colour spec: equal differences are equal steps of colours.

    Args:
        field_name: The column of numbers.
        palette: Colours, or the name of a palette.
        low: The number of the first colour; ``None`` is the least one.
        high: The number of the last colour; ``None`` is the greatest one.
        **values: Further fields of the `LinearColorMapper`.
    """
    mapper = LinearColorMapper(palette=palette, low=low, high=high, **values)
    return {"field": field_name, "transform": mapper}


def log_cmap(
    field_name: str, palette: Any, low: float | None, high: float | None, **values: Any
) -> dict[str, Any]:
    """Return a colour spec: equal ratios are equal steps of colours.

    Args:
        field_name: The column of numbers.
        palette: Colours, or the name of a palette.
        low: The number of the first colour; ``None`` is the least one.
        high: The number of the last colour; ``None`` is the greatest one.
        **values: Further fields of the `LogColorMapper`.
    """
    mapper = LogColorMapper(palette=palette, low=low, high=high, **values)
    return {"field": field_name, "transform": mapper}


def factor_cmap(
    field_name: str, palette: Any, factors: Any, **values: Any
) -> dict[str, Any]:
    """Return a colour spec: each factor has its own colour.

    Args:
        field_name: The column of factors.
        palette: Colours, or the name of a palette.
        factors: The factors, in the order of the colours.
        **values: Further fields of the `CategoricalColorMapper`.
    """
    mapper = CategoricalColorMapper(palette=palette, factors=list(factors), **values)
    return {"field": field_name, "transform": mapper}
