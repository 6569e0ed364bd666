"""``syncd info``, ``secret`` and ``settings``: what there is."""

from __future__ import annotations

import secrets
import string
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from syncd import __version__
from syncd.cli.options import ServeCommand, setting_options
from syncd.cli.reading import read_settings
from syncd.cli.serve import use_config
from syncd.config import nearest, settings
from syncd.errors import ConfigError


if TYPE_CHECKING:
    from collections.abc import Sequence

    from syncd.config import Setting, Value


__all__ = ["info", "secret", "settings_command"]

_KEY_LENGTH = 44
"""Characters of a new key; as letters and digits they hold 261 bits."""

_STATIC = Path(__file__).parent.parent / "static"

_PARTS = ("gevent", "gevent-websocket", "websockets", "msgspec", "Werkzeug", "Flask")


@click.command()
@click.option("--static", is_flag=True, help="Only the folder of the browser's files.")
def info(*, static: bool) -> None:
    """Print versions, and where the browser's files are."""
    if static:
        click.echo(_STATIC)
        return
    import platform  # noqa: PLC0415 - a few milliseconds

    rows = [
        ("syncd", __version__),
        ("Python", f"{platform.python_version()} ({platform.python_implementation()})"),
        ("platform", platform.platform()),
        *((name, _version(name)) for name in _PARTS),
        ("static files", str(_STATIC)),
    ]
    _print_table(rows)


@click.command()
def secret() -> None:
    """Print a new secret key for DOCSYNC_SECRET_KEY."""
    letters = string.ascii_letters + string.digits
    click.echo("".join(secrets.choice(letters) for _ in range(_KEY_LENGTH)))


@click.command(name="settings", cls=ServeCommand)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("-v", "--verbose", is_flag=True, help="Say what each of them is for.")
@use_config
@setting_options()
def settings_command(
    names: tuple[str, ...], file: str | None, *, verbose: bool, **given: Any
) -> None:
    """Print settings with their values, and where those come from.

    NAME is that of a setting, a variable or a flag, or a part of it; without
    any, all are printed. The other options are those of serve.
    """
    chosen = set(_choose(names))
    values = read_settings(given, file, lenient=True)
    found = [one for one in values if one.setting in chosen]
    if verbose:
        for value in found:
            _explain(value)
    else:
        rows = [(one.setting.env, _shown(one), one.source) for one in found]
        _print_table([("VARIABLE", "VALUE", "FROM"), *rows])


def _choose(names: tuple[str, ...]) -> list[Setting]:
    """Return the settings that names stand for.

    Raises:
        ConfigError: A name stands for none.
    """
    if not names:
        return list(settings())
    found: list[Setting] = []
    for name in names:
        key = name.lower().strip("-").replace("-", "_")
        exact = [one for one in settings() if key in _names(one)]
        near = [one for one in settings() if any(key in own for own in _names(one))]
        if not (exact or near):
            hint = nearest(key, {own for one in settings() for own in _names(one)})
            raise ConfigError("NAME", name, f"the name of a setting{hint}")
        found += exact or near
    return found


def _names(setting: Setting) -> set[str]:
    flag = (setting.flag or "").strip("-").replace("-", "_")
    variables = {name.lower() for name in setting.variables}
    return {setting.name, *variables} | ({flag} if flag else set())


def _explain(value: Value) -> None:
    setting = value.setting
    names = [*setting.variables, *([setting.flag] if setting.flag else [])]
    click.echo(", ".join(names))
    click.echo(f"  {setting.help}")
    if setting.note:
        click.echo(f"  It has no effect: {setting.note}.")
    unit = f" {setting.unit}" if setting.unit and value.value is not None else ""
    click.echo(f"  {_shown(value)}{unit} (from {value.source})\n")


def _shown(value: Value) -> str:
    """Return a value as one would write it; of a secret, that there is one."""
    match value.value:
        case None | () | "":
            return "-"
        case _ if value.setting.secret:
            return "(hidden)"
        case bool():
            return "yes" if value.value else "no"
        case tuple():
            return ",".join(value.value)
        case _:
            return str(value.value)


def _version(name: str) -> str:
    from importlib.metadata import (  # noqa: PLC0415 - takes 10 ms
        PackageNotFoundError,
        version,
    )

    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def _print_table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())
