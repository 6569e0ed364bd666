"""Which labels of an axis are written."""

from typing import Any, ClassVar

from syncd.model import Model


__all__ = ["AllLabels", "CustomLabelingPolicy", "LabelingPolicy", "NoOverlap"]


class LabelingPolicy(Model):
    """Which labels of an axis are written."""


class AllLabels(LabelingPolicy):
    """All of them, whether or not they have room."""


class NoOverlap(LabelingPolicy):
    """Those that keep a distance from the last one that was written."""

    min_distance: int = 5
    "The least distance of two labels in CSS pixels."


class CustomLabelingPolicy(LabelingPolicy):
    """Those that JavaScript of the application's own chooses.

    The page's Content Security Policy must allow it with ``script-src
    'unsafe-eval'``; where it does not, labels are left out as if there were no
    policy, and the console says so once.
    """

    runs_in_browser: ClassVar[bool] = True

    args: dict[str, Any] = {}
    "Values and models by the names under which the code knows them."

    code: str = ""
    """The body of a function of ``indices``, ``bboxes`` and ``distance``.

    It returns the indices of the labels to write; ``distance(i, j)`` is the
    room between two of them in CSS pixels.
    """
