"""How the values of a glyph come about, when one word does not say it."""

from __future__ import annotations

from typing import Any


__all__ = ["Spec"]

_PARTS = frozenset({"expr", "field", "transform", "units", "value"})


class Spec(dict[str, Any]):
    """A dict whose parts are attributes as well: ``spec.transform.palette``.

    Its parts are ``value``, ``field`` or ``expr``, and ``transform`` and ``units``
    beside one of them. It is set as a whole: a model does not notice an edit in it.
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name in self:
            return self[name]
        if name in _PARTS:
            return None
        raise AttributeError(f"a spec has no part {name!r}, expected {_told(self)}")


def _told(spec: Spec) -> str:
    return " or ".join(sorted(map(str, spec)))
