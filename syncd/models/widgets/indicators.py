"""What tells how far something has come."""

from typing import Literal

from syncd.models.widgets.widget import Widget


__all__ = [
    "Indicator",
    "Progress",
]


class Indicator(Widget):
    """What all indicators have."""


class Progress(Indicator):
    """A bar that fills as something goes on.

    A callback that sets ``value`` many times is seen at its end only, unless it
    waits in between or calls `Document.flush`.
    """

    mode: Literal["determinate", "indeterminate"] = "determinate"
    "Whether it is known how far it has come; a bar that does not know moves to and fro."

    value: int = 0
    "How far it has come, from ``min`` to ``max``."

    min: int = 0
    "Where it begins."

    max: int = 100
    "Where it ends; a bar whose ends are the same does not know how far it has come."

    reversed: bool = False
    "Whether it fills from the right, or from the top if it stands upright."

    orientation: Literal["horizontal", "vertical"] = "horizontal"
    "Which way it fills."

    label: str | None = "@{percent}%"
    """What is written in it.

    ``@{percent}``, ``@{value}``, ``@{index}`` (from 0), ``@{total}``, ``@{min}`` and
    ``@{max}`` stand for numbers, with a format after them if wanted:
    ``@{percent}{%.1f}``.
    """

    label_location: Literal["none", "inline"] = "inline"
    "Where the label stands, if anywhere."

    description: str | None = None
    "What comes up when it is pointed at; it may have the same numbers as the label."
