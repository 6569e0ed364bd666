"""The one place where this package changes a class that is not its own.

``app.register_extension(DocSync(app))`` reads like ``register_blueprint``, but
Flask itself has no such method. `add_register_extension` gives it one when
`flask_docsync` is imported. A method of that name is left alone, be it another
package's or a later Flask's.
"""

from __future__ import annotations

from typing import Protocol

from flask import Flask


__all__ = ["Extension", "add_register_extension"]

_NAME = "register_extension"


class Extension(Protocol):
    """Anything that follows Flask's pattern for extensions."""

    def init_app(self, app: Flask) -> object:
        """Set the app up to use the extension."""


def _register_extension(self: Flask, extension: Extension) -> None:
    """Set this app up to use an extension.

    For DocSync it makes no difference whether the extension has been given
    the app before: ``app.register_extension(DocSync(app))`` and
    ``app.register_extension(DocSync())`` do the same.

    Args:
        self: The app.
        extension: An object with an ``init_app`` method.
    """
    extension.init_app(self)


def add_register_extension(cls: type[Flask] = Flask) -> None:
    """Give Flask the method ``register_extension`` if it has none.

    Args:
        cls: The class to give it to.
    """
    if not hasattr(cls, _NAME):
        setattr(cls, _NAME, _register_extension)
