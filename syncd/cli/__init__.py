"""The ``syncd`` command."""

from __future__ import annotations

from syncd.cli.command import main


__all__ = ["main"]
