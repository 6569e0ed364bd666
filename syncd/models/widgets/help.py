"""What explains something when it is asked for."""

from syncd.model import field
from syncd.models.tooltips import Tooltip
from syncd.models.widgets.buttons import AbstractButton


__all__ = ["HelpButton"]


class HelpButton(AbstractButton):
    """A question mark at which a tooltip comes up."""

    label: str = ""
    "Words beside the question mark."

    tooltip: Tooltip = field(default_factory=Tooltip)
    "What comes up."
