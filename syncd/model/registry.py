"""Every model class of this process, by the name that peers know it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syncd.errors import UnknownModelError


if TYPE_CHECKING:
    from syncd.model.model import Model

__all__ = ["lookup", "register", "registered"]

_classes: dict[str, type[Model]] = {}


def register(cls: type[Model]) -> None:
    """Make the class known by its type name; the newest definition wins.

    A class that only refines another one for authors shares its type name,
    and does not take it over. Nor does one of an application's take the name of
    one of ours: others use that, too, and longer than the application runs.
    """
    if "type_name" not in cls.__dict__:
        return
    known = _classes.get(cls.type_name)
    if known is None or _is_ours(cls) or not _is_ours(known):
        _classes[cls.type_name] = cls


def _is_ours(cls: type[Model]) -> bool:
    return cls.__module__.startswith("syncd.")


def lookup(name: str) -> type[Model]:
    """Return the class of that type name.

    Raises:
        UnknownModelError: No class has that name; the module that defines it
            may not have been imported.
    """
    try:
        return _classes[name]
    except KeyError:
        raise UnknownModelError(name) from None


def registered() -> dict[str, type[Model]]:
    """Return all classes by type name, as a copy."""
    return dict(_classes)
