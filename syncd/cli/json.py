"""``syncd json``: what an application builds, in a file."""
# ruff: noqa: A005 - the name of the command

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from syncd import __version__
from syncd.cli.options import ServeCommand
from syncd.errors import AppError, ConfigError


if TYPE_CHECKING:
    from syncd.apps import Application
    from syncd.document import Document


__all__ = ["json"]


@click.command(cls=ServeCommand)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="Where to write; - is standard output. Once for each PATH.",
)
@click.option("--indent", type=click.IntRange(0, 32), help="Spaces for each level.")
@click.option(
    "--args",
    "_",
    metavar="...",
    help="What applications find in sys.argv: all that follows.",
)
@click.pass_context
def json(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    outputs: tuple[str, ...],
    indent: int | None,
    **_: Any,
) -> None:
    """Run applications once, and write their documents as JSON.

    Each becomes NAME.json in the working directory, or what -o says. One that
    fails writes nothing, and ends the command.
    """
    from syncd.apps import load_application  # noqa: PLC0415 - all of the models

    if len(outputs) > len(paths):
        expected = f"at most once for each PATH, which is {len(paths)} times"
        raise ConfigError("-o", ", ".join(outputs), expected)
    argv: tuple[str, ...] = context.meta.get("--args", ())
    applications = [load_application(path, argv) for path in paths]
    for place, application in enumerate(applications):
        text = _text(_build(application), indent)
        chosen = outputs[place : place + 1]
        _write(chosen[0] if chosen else f"{application.name or 'index'}.json", text)


def _build(application: Application) -> Document:
    """Return the document of an application that no server runs.

    Raises:
        AppError: The application failed; the traceback has been printed.
    """
    from syncd.apps import Hooks  # noqa: PLC0415 - as above
    from syncd.document import Document, current  # noqa: PLC0415 - as above

    document = Document()
    document.on_awaitable = _wait
    # No server starts, and no session.
    execution = replace(application, hooks=Hooks()).execution()
    try:
        with current(document):
            document.build(lambda: execution(document))
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        import traceback  # noqa: PLC0415 - only for those who need it

        traceback.print_exception(error)
        raise AppError(application.route, error) from error
    return document


def _wait(awaitable: Any) -> None:
    import asyncio  # noqa: PLC0415 - few applications are coroutines

    async def finish() -> None:
        await awaitable

    asyncio.run(finish())


def _text(document: Document, indent: int | None) -> str:
    import json as codec  # noqa: PLC0415 - with the others

    described = {"version": __version__, **document.to_json()}
    return codec.dumps(described, indent=indent)


def _write(path: str, text: str) -> None:
    if path == "-":
        sys.stdout.write(f"{text}\n")
        return
    try:
        Path(path).write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        expected = f"a file that can be written ({error.strerror})"
        raise ConfigError("-o", path, expected) from error
