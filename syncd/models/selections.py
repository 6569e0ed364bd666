"""What is selected of what is found."""

from syncd.model import Model


__all__ = ["IntersectRenderers", "SelectionPolicy", "UnionRenderers"]


class SelectionPolicy(Model):
    """Which of the rows are selected that tools find in renderers of one source."""


class IntersectRenderers(SelectionPolicy):
    """Select the rows that are found in all of the renderers that are looked at."""


class UnionRenderers(SelectionPolicy):
    """Select the rows that are found in any of the renderers."""
