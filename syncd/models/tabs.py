"""Several contents of which one is shown at a time."""

from typing import Literal

from syncd.model import Model
from syncd.models.layouts import LayoutDOM


__all__ = ["TabPanel", "Tabs"]


class TabPanel(Model):
    """One of several contents of which one is shown at a time."""

    title: str = ""
    "The words on the tab."

    child: LayoutDOM | None = None
    "What the tab shows."

    closable: bool = False
    "Whether people can take the tab away."

    disabled: bool = False
    "Whether it cannot be chosen."


class Tabs(LayoutDOM):
    """Several contents of which one is shown at a time."""

    tabs: list[TabPanel] = []
    "The contents, in this order."

    active: int = 0
    "The number of the one that is shown, from 0."

    tabs_location: Literal["above", "below", "left", "right"] = "above"
    "Where the tabs are."
