"""The ``syncd`` command."""

from __future__ import annotations

import sys

from syncd.cli.ending import ending


__all__ = ["main"]

_SERVES = ("serve", "server")
"""The names of the subcommand that serves applications."""


def main() -> None:
    """Run the command; see `syncd.cli.plain` for why there are two ways."""
    with ending():
        if sys.argv[1:2] in ([name] for name in _SERVES):
            from syncd.cli.plain import read_plainly  # noqa: PLC0415 - a daemon's

            order = read_plainly(sys.argv[2:])
            if order is not None:
                from syncd.cli.serving import serve_applications  # noqa: PLC0415 - too

                serve_applications(order)
                sys.exit(0)
        from syncd.cli.command import run  # noqa: PLC0415 - loads Click

        run()
