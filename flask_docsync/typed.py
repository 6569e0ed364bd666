"""Flask as type checkers should see it.

A type checker does not see the method that `flask_docsync` gives to `flask.Flask`
when it is imported. ``from flask_docsync.typed import Flask`` is that very class,
with the method declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    import flask

    from flask_docsync.registration import Extension

    class Flask(flask.Flask):
        """Flask with a method that sets an app up to use an extension."""

        def register_extension(self, extension: Extension) -> None:
            """Set this app up to use an extension."""

else:
    from flask import Flask

__all__ = ["Flask"]
