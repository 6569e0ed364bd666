"""How pages behave that show a document."""

from __future__ import annotations

import difflib
from typing import Any


__all__ = ["DocumentConfig"]

_SWITCHES = ("reconnect_session", "notify_connection_status")


class DocumentConfig:
    """What ``curdoc().config`` takes from scripts that were written for Bokeh.

    Pages of syncd always reconnect and always say when they are not connected, so
    the values are checked and kept, and change nothing.
    """

    __slots__ = ("notifications", "notify_connection_status", "reconnect_session")

    def __init__(self) -> None:
        self.reconnect_session: bool = True
        self.notify_connection_status: bool = True
        self.notifications: Any = None

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in self.__slots__:
            nearest = difflib.get_close_matches(name, self.__slots__, 1)
            hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
            message = f"the configuration of a document has no {name!r}{hint}"
            raise AttributeError(message)
        if name in _SWITCHES and not isinstance(value, bool):
            message = f"Document.config.{name} is True or False, got {value!r}"
            raise ValueError(message)
        object.__setattr__(self, name, value)

    def update(self, **values: Any) -> None:
        """Set several at once."""
        for name, value in values.items():
            setattr(self, name, value)
