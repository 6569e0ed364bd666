"""The options of ``syncd serve``, made from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from syncd.config import settings


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.config import Setting


__all__ = ["setting_options"]

F = TypeVar("F", bound="Callable[..., Any]")


def setting_options(function: F) -> F:
    """Give a command an option for every setting that has a flag.

    Their values are raw text, checked where those of the environment are.
    """
    for setting in reversed(settings()):
        if setting.flag is not None:
            function = _option(setting)(function)
    return function


def _option(setting: Setting) -> Callable[[F], F]:
    assert setting.flag is not None
    kind: dict[str, Any] = {"default": None, "metavar": _metavar(setting)}
    if setting.switch:
        kind = {"is_flag": True, "default": None}
    elif setting.several:
        kind["multiple"] = True
        kind["callback"] = _given
    return click.option(setting.flag, setting.name, help=_help(setting), **kind)


def _given(
    context: click.Context, parameter: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Tell an option that is absent from one that is given."""
    del context, parameter
    return value or None


def _metavar(setting: Setting) -> str:
    if setting.choices:
        return "|".join(setting.choices)
    return {"milliseconds": "MS", "seconds": "S", "bytes": "BYTES"}.get(
        setting.unit, "N" if isinstance(setting.default, int) else "TEXT"
    )


def _help(setting: Setting) -> str:
    notes = [setting.env]
    if setting.default not in {None, (), "", False}:
        notes.append(
            f"default {setting.default:g}"
            if isinstance(setting.default, float)
            else f"default {setting.default}"
        )
    unit = f" In {setting.unit}." if setting.unit else ""
    return f"{setting.help}{unit} [{'; '.join(notes)}]"
