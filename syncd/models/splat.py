"""Several models styled as one."""

import logging
from collections.abc import Iterable
from typing import Any


__all__ = ["SplattableList"]

_log = logging.getLogger("syncd.models")


class SplattableList(list[Any]):
    """The axes, grids, legends or tools of a figure.

    Setting an attribute sets it on all of them, and on none it does nothing: a figure
    may well have no grid. A legend that is not there yet is mostly a slip, of which
    the log tells. Reading an attribute from several gives a list like this.
    """

    def __init__(self, models: Iterable[Any], what: str) -> None:
        super().__init__(models)
        object.__setattr__(self, "_what", what)

    def __setattr__(self, name: str, value: Any) -> None:
        what = object.__getattribute__(self, "_what")
        if not self and what == "legend":
            _log.warning("%s.%s was set, but the figure has none", what, name)
        for model in self:
            setattr(model, name, value)

    def __getattr__(self, name: str) -> Any:
        if name[:1] == "_":
            raise AttributeError(name)
        if not self:
            what = object.__getattribute__(self, "_what")
            message = f"cannot read {what}.{name}: the figure has none"
            raise AttributeError(message)
        found = [getattr(model, name) for model in self]
        return found[0] if len(found) == 1 else SplattableList(found, name)
