"""How the values of a column are changed in the browser before they are drawn."""

from typing import Any, Literal

from syncd.model import Model
from syncd.models.callbacks import Coded
from syncd.models.ranges import Range
from syncd.models.sources import ColumnDataSource


__all__ = [
    "CustomJSTransform",
    "Dodge",
    "Interpolator",
    "Jitter",
    "LinearInterpolator",
    "StepInterpolator",
    "Transform",
]


class Transform(Model):
    """How the values of a column are changed before they are drawn."""


class CustomJSTransform(Coded, Transform):
    """Change values with code of the application's own.

    For what the code may do and needs see `CustomJS`.
    """

    args: dict[str, Any] = {}
    "Values and models by the names under which the code knows them."

    func: str = ""
    "The body of a function that returns what one value ``x`` becomes."

    v_func: str = ""
    "The body of a function that returns what a column ``xs`` becomes, as long."


class Dodge(Transform):
    """Move values by the same amount, such as bars beside a factor."""

    value: float = 0.0
    "How far; beside factors 1 is the width of one."

    range: Range | None = None
    "The range whose factors the values are; ``None`` takes that of the figure."


class Jitter(Transform):
    """Move values at random, so that equal ones do not cover each other."""

    mean: float = 0.0
    "The middle of the movements."

    width: float = 1.0
    "The width of what they are spread over, or the deviation of normal ones."

    distribution: Literal["uniform", "normal"] = "uniform"
    "How they are spread."

    range: Range | None = None
    "The range whose factors the values are; ``None`` takes that of the figure."


class Interpolator(Transform):
    """Read values off a table."""

    x: str | list[float] = []
    "The values of the column, or the name of a column of ``data``."

    y: str | list[float] = []
    "What stands for them, or the name of a column of ``data``."

    data: ColumnDataSource | None = None
    "The table, if ``x`` and ``y`` are names."

    clip: bool = True
    "Whether values outside of the table are drawn as nothing."


class LinearInterpolator(Interpolator):
    """Read values off straight lines between the entries of a table."""


class StepInterpolator(Interpolator):
    """Read values off steps between the entries of a table."""

    mode: Literal["before", "after", "center"] = "after"
    "Which entry counts between two: the next, the last, or the nearer one."
