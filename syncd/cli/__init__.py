"""The ``syncd`` command."""

from __future__ import annotations

import sys

from syncd.cli.ending import ending


__all__ = ["main"]


def main() -> None:
    """Run the command; see `syncd.cli.plain` for why there are two ways."""
    with ending():
        order = None
        if sys.argv[1:2] in (["serve"], ["server"]):
            from syncd.cli.plain import read_plainly  # noqa: PLC0415 - a daemon's

            order = read_plainly(sys.argv[2:])
        if order is None:
            from syncd.cli.command import run  # noqa: PLC0415 - loads Click

            run()
        else:
            from syncd.cli.serving import serve_applications  # noqa: PLC0415 - too

            serve_applications(order)
