"""What an operator may put in place of the daemon's own index page and icon."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from syncd import __version__
from syncd.errors import ConfigError
from syncd.server import pages
from syncd.server.visits import LAX_POLICY


if TYPE_CHECKING:
    from collections.abc import Sequence

    from syncd.config import Settings


__all__ = ["Front"]


class Front:
    """The index page, and the icon.

    Args:
        settings: The settings of the process.

    Raises:
        ConfigError: A file is not there, or not what it should be.
    """

    def __init__(self, settings: Settings) -> None:
        self._prefix = settings.prefix
        self._template = _template(settings.index)
        self.icon = _icon(settings.ico_path)
        """The icon and its type, ``None`` if there is none."""

    def index(self, names: Sequence[str]) -> tuple[str, str | None]:
        """Return the index page, and its policy if it is not the usual one.

        Args:
            names: Those of the applications.
        """
        if self._template is None:
            return pages.index_page(names, __version__), None
        items = [f"/{name}" for name in sorted(names)]
        return self._template.render(prefix=self._prefix, items=items), LAX_POLICY


def _template(path: str | None) -> Any:
    if path is None:
        return None
    from jinja2 import (  # noqa: PLC0415 - few have such a page
        Environment,
        FileSystemLoader,
        TemplateError,
        TemplateNotFound,
    )

    file = Path(path)
    environment = Environment(loader=FileSystemLoader(file.parent), autoescape=True)
    try:
        return environment.get_template(file.name)
    except TemplateNotFound as error:
        raise ConfigError("--index", path, "a file that can be read") from error
    except (TemplateError, OSError, UnicodeDecodeError) as error:
        where = f", line {error.lineno}" if hasattr(error, "lineno") else ""
        expected = f"a Jinja2 template: {error}{where}"
        raise ConfigError("--index", path, expected) from error


def _icon(path: str | None) -> tuple[bytes, str] | None:
    if path is None or path == "default":
        return pages.FAVICON, "image/svg+xml"
    if path == "none":
        return None
    if not path.endswith(".ico"):
        raise ConfigError("--ico-path", path, "a path that ends with .ico, or none")
    try:
        return Path(path).read_bytes(), "image/x-icon"
    except OSError as error:
        expected = f"a file that can be read ({error.strerror})"
        raise ConfigError("--ico-path", path, expected) from error
