# ruff: noqa: SLF001  # models, their fields and what they keep are one mechanism
"""Names that authors may set although nothing comes of it here.

They are Bokeh's names for details of looks and for hints about speed. A model
keeps such values for whoever reads them; no browser is told. What an
application cannot do without is never one of them: that is an error.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.model.model import Model

__all__ = ["declare_inert", "is_inert", "keep_inert", "kept_inert"]

_LOUD = object()
_log = logging.getLogger("syncd.models")

_names: dict[str, dict[str, Any]] = {}
"""By the name of a class: what its names hold before they are set."""

_agreed: dict[str, Any] = {}
"""By name, what asks for no more than happens anyway."""

_told: set[tuple[str, str]] = set()
"""What the log has been told of; once is enough."""


def declare_inert(
    cls: str, names: Mapping[str, Any], agreed: Mapping[str, Any]
) -> None:
    """Let models of a class, and of those derived from it, keep values.

    Args:
        cls: The name of the class.
        names: What each name holds before it is set.
        agreed: What asks for no more than happens anyway; the log says nothing of it,
            as of what a name holds before.
    """
    _names.setdefault(cls, {}).update(names)
    _agreed.update(agreed)


def is_inert(cls: type[Model], name: str) -> bool:
    """Tell whether nothing comes of setting the name, which is no field."""
    return any(name in _names.get(base.__name__, ()) for base in cls.__mro__)


def keep_inert(model: Model, name: str, value: Any) -> bool:
    """Keep a value, and say in the log that nothing comes of it.

    Returns:
        Whether the name is one of those.
    """
    cls = type(model)
    if not is_inert(cls, name):
        return False
    idle = _is_same(value, kept_inert(model, name)) or _is_same(
        value, _agreed.get(name, _LOUD)
    )
    if not idle and (model.type, name) not in _told:
        _told.add((model.type, name))
        _log.warning("%s.%s makes no difference here, or not yet", model.type, name)
    if model._inert is None:
        model._inert = {}
    model._inert[name] = value
    return True


def _is_same(value: Any, other: Any) -> bool:
    try:
        return bool(value == other)
    except (TypeError, ValueError):  # arrays have no one answer
        return False


def kept_inert(model: Model, name: str) -> Any:
    """Return what the name holds.

    Raises:
        LookupError: It is not one of those.
    """
    if model._inert is not None and name in model._inert:
        return model._inert[name]
    for base in type(model).__mro__:
        names = _names.get(base.__name__, {})
        if name in names:
            return names[name]
    raise LookupError(name)
