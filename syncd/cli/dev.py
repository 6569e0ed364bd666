"""``--dev [FILES...]``: an option that may be followed by any number of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


__all__ = ["DevCommand"]

_EACH = "--dev-file"


class DevCommand(click.Command):
    """A command whose ``--dev`` takes the words that follow it.

    They are in the parameter ``dev_files``. Where no other words are given, they
    are the applications, as in ``syncd serve --dev app.py``.
    """

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        each = click.Option([_EACH, "dev_files"], multiple=True, hidden=True)
        self.params.append(each)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments."""
        rest = super().parse_args(ctx, [*_apart(args)])
        if not ctx.params.get("paths"):
            ctx.params["paths"] = ctx.params["dev_files"]
            ctx.params["dev_files"] = ()
        return rest


def _apart(words: Iterable[str]) -> Iterator[str]:
    """Yield the words of a command line, each file of ``--dev`` as an option."""
    follows = False
    for word in words:
        if word[:1] == "-":
            follows = word == "--dev"
            yield word
        else:
            yield f"{_EACH}={word}" if follows else word
