"""How values become distances."""

from syncd.model import Model


__all__ = ["CategoricalScale", "LinearScale", "LogScale", "Scale"]


class Scale(Model):
    """How values become distances."""


class LinearScale(Scale):
    """Equal differences at equal distances."""


class LogScale(Scale):
    """Equal ratios at equal distances."""


class CategoricalScale(LinearScale):
    """Factors side by side."""
