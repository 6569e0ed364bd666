"""Modules that an application can do without, or not."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["import_optional", "import_required"]


def import_optional(mod_name: str) -> ModuleType | None:
    """Return a module, or ``None`` if it is not installed."""
    try:
        return import_module(mod_name)
    except ImportError:
        return None


def import_required(mod_name: str, error_msg: str) -> ModuleType:
    """Return a module.

    Args:
        mod_name: Its name.
        error_msg: What to say if it is not installed.

    Raises:
        RuntimeError: It is not installed.
    """
    try:
        return import_module(mod_name)
    except ImportError as error:
        raise RuntimeError(error_msg) from error
