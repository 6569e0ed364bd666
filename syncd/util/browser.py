"""Opening pages in a browser of this machine."""

from __future__ import annotations

import logging
import os
import webbrowser
from pathlib import Path
from typing import Literal, Protocol

from syncd.document import curdoc


__all__ = ["BrowserLike", "DummyWebBrowser", "get_browser_controller", "view"]

_log = logging.getLogger("syncd.util")

_NEW: dict[str, int] = {"same": 0, "window": 1, "tab": 2}


class BrowserLike(Protocol):
    """What opens pages."""

    def open(self, url: str, new: int = ..., autoraise: bool = ...) -> bool:  # noqa: FBT001 - as webbrowser has it
        """Open a page; tell whether that was possible."""


class DummyWebBrowser:
    """A browser that opens nothing."""

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:  # noqa: FBT001, FBT002 - as webbrowser has it
        """Do nothing."""
        del url, new, autoraise
        return True


def get_browser_controller(browser: str | None = None) -> BrowserLike:
    """Return what opens pages.

    Args:
        browser: A name that `webbrowser` knows, ``none`` for what opens nothing, or
            ``None`` for that of ``DOCSYNC_BROWSER``, or the usual one.

    Raises:
        webbrowser.Error: There is no such browser.
    """
    browser = browser or os.environ.get("DOCSYNC_BROWSER") or None
    if (browser or "").lower() == "none":
        return DummyWebBrowser()
    return webbrowser.get(browser)


def view(
    location: str | Path,
    browser: str | None = None,
    new: Literal["same", "window", "tab"] = "same",
    autoraise: bool = True,  # noqa: FBT001, FBT002 - Bokeh's signature
) -> None:
    """Open a page on this machine.

    In scripts that are served nothing is opened, for visitors are elsewhere: the log
    says so. `syncd serve --show` opens a page on the machine of the server.

    Args:
        location: An address of the web, or a path.
        browser: As `get_browser_controller` takes it.
        new: Where it opens: in the same tab, a new one or a new window.
        autoraise: Whether the window comes to the front.

    Raises:
        RuntimeError: ``new`` is none of its words.
    """
    if new not in _NEW:
        message = f"new is {new!r}, expected one of {', '.join(_NEW)}"
        raise RuntimeError(message)
    if curdoc().session_context is not None:
        _log.warning("view(%r) opens nothing: the script is served", location)
        return
    url = str(location)
    if not url.startswith(("http://", "https://")):
        url = Path(location).resolve().as_uri()
    try:
        if not get_browser_controller(browser).open(url, _NEW[new], autoraise):
            _log.warning("view(%r) opened nothing", location)
    except webbrowser.Error as error:
        _log.warning("view(%r) opened nothing: %s", location, error)
