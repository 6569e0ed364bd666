"""The options of commands, made from the settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from syncd.config import UNAVAILABLE, settings


if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from syncd.config import Setting


__all__ = ["ServeCommand", "setting_options"]

F = TypeVar("F", bound="Callable[..., Any]")

_ARGS = "--args"

_SUFFIXES = (".py", ".ipynb")


class SettingOption(click.Option):
    """The option of a setting; its value is raw text, checked elsewhere."""

    def __init__(self, names: Sequence[str], *, topic: str = "", **kind: Any) -> None:
        super().__init__(names, **kind)
        self.topic = topic


class ServeCommand(click.Command):
    """A command whose options have the forms of ``bokeh serve``.

    An option of several words takes all up to the next option, or up to what
    can only be an application; ``--args`` takes all that follows, which is
    found under that name in ``context.meta``.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Bring the forms of options into those that Click knows."""
        own = args
        if _ARGS in args:
            place = args.index(_ARGS)
            own, ctx.meta[_ARGS] = args[:place], tuple(args[place + 1 :])
        words = {setting.flag for setting in settings() if setting.words}
        return super().parse_args(ctx, _repeat_flags(own, words))

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write what settings are about above their options."""
        topics: dict[str, list[tuple[str, str]]] = {"Options": []}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None and isinstance(parameter, click.Option):
                topic = getattr(parameter, "topic", "Options")
                topics.setdefault(topic, []).append(record)
        for topic, records in topics.items():
            with formatter.section(topic):
                formatter.write_dl(records)


def setting_options(
    choose: Callable[[Setting], bool] = bool,
) -> Callable[[F], F]:
    """Give a command an option for every setting that has a flag.

    What there is not yet has one, too, and is refused where settings are read.

    Args:
        choose: Tells which settings the command has.
    """

    def decorate(function: F) -> F:
        for one in UNAVAILABLE:
            if one.flag is not None:
                hidden = click.option(
                    one.flag, one.name, metavar=one.metavar, hidden=True
                )
                function = hidden(function)
        for setting in reversed(settings()):
            if setting.flag is not None and choose(setting):
                function = _option(setting)(function)
        return function

    return decorate


def _repeat_flags(args: Sequence[str], flags: Collection[str | None]) -> list[str]:
    """Repeat a flag before each of its words."""
    found: list[str] = []
    flag, count = None, 0
    for word in args:
        if word.startswith("-") and len(word) > 1:
            flag, count = (word if word in flags else None), 0
        elif flag is not None:
            if count and _is_application(word):
                flag = None
            elif count:
                found.append(flag)
            count += 1
        found.append(word)
    return found


def _is_application(word: str) -> bool:
    """Whether a word can only be something to serve."""
    path = Path(word)
    return path.suffix in _SUFFIXES or os.sep in word or path.is_dir()


def _option(setting: Setting) -> Callable[[F], F]:
    assert setting.flag is not None
    kind: dict[str, Any] = {"default": None, "metavar": _metavar(setting)}
    if setting.switch:
        kind = {"is_flag": True, "default": None}
    elif setting.several:
        kind["multiple"] = True
        kind["callback"] = _given
    return click.option(
        setting.flag,
        setting.name,
        cls=SettingOption,
        topic=setting.topic,
        help=_help(setting),
        **kind,
    )


def _given(
    context: click.Context, parameter: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Tell an option that is absent from one that is given."""
    del context, parameter
    return value or None


def _metavar(setting: Setting) -> str:
    if setting.choices:
        return "|".join(setting.choices)
    metavar = {"milliseconds": "MS", "seconds": "S", "bytes": "BYTES"}.get(
        setting.unit, "N" if isinstance(setting.default, int) else "TEXT"
    )
    return f"{metavar}..." if setting.words else metavar


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
