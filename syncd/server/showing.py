"""Opens applications in a browser, for whoever has just started them."""

from __future__ import annotations

import logging
import threading
from urllib.parse import urlsplit


__all__ = ["Show"]

_log = logging.getLogger("syncd")

_EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - nobody listens there


class Show:
    """Opens addresses.

    Args:
        address: The address that was asked to be listened on, if any was.
        browser: Which browser; ``None`` is the user's, ``none`` is none.
    """

    def __init__(self, address: str | None, browser: str | None) -> None:
        self._host = "localhost"
        if address is not None and address not in _EVERYWHERE:
            self._host = f"[{address}]" if ":" in address else address
        self._browser = browser

    def __call__(self, urls: list[str]) -> None:
        """Open each of the addresses, without waiting for the browser."""
        if (self._browser or "").lower() != "none":
            threading.Thread(target=self._open, args=(urls,), daemon=True).start()

    def _open(self, urls: list[str]) -> None:
        import webbrowser  # noqa: PLC0415 - few want it

        try:
            controller = webbrowser.get(self._browser)
            for url in urls:
                port = urlsplit(url).port
                shown = urlsplit(url)._replace(netloc=f"{self._host}:{port}").geturl()
                if not controller.open(shown, new=2):
                    _log.warning("no browser could be opened for %s", shown)
        except webbrowser.Error as error:
            asked = f" {self._browser!r}" if self._browser else ""
            _log.warning("there is no browser%s to show: %s", asked, error)
