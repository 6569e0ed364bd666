"""Several contents of which one is shown at a time."""

from typing import Annotated, Any, Literal

from syncd.model import Model
from syncd.model.kinds import ListKind, ModelKind
from syncd.models.layouts import LayoutDOM
from syncd.models.tooltips import Tooltip


__all__ = ["Panel", "TabPanel", "Tabs"]


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

    tooltip: Tooltip | None = None
    "What comes up while the tab is pointed at, or has the focus."


Panel = TabPanel
"The name of the class before release 3."


class _TabKind(ModelKind):
    """A panel; a pair is one with this title and content."""

    def __init__(self) -> None:
        super().__init__(TabPanel)
        self.expected = "a TabPanel, or a pair of a title and a content"

    def check(self, value: Any) -> Any:
        if isinstance(value, tuple) and len(value) == 2:  # noqa: PLR2004  # a pair
            title, child = value
            return TabPanel(title=title, child=child)
        return super().check(value)


class Tabs(LayoutDOM):
    """Several contents of which one is shown at a time."""

    tabs: Annotated[list[TabPanel], ListKind(_TabKind())] = []
    "The contents, in this order."

    active: int = 0
    "The number of the one that is shown, from 0."

    tabs_location: Literal["above", "below", "left", "right"] = "above"
    "Where the tabs are."

    link_layouts: bool = False
    "Whether all contents have the same size, that of the largest."
