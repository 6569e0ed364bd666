"""Where pages get Bokeh's scripts from: here each brings its own, and there is no choice.

Applications import these names for what they write now and then, such as a report.
They can be passed on, and what they are passed to says what to do instead.
"""

from __future__ import annotations

from typing import Any, NoReturn

from syncd.absent import PAGES


__all__ = [
    "CDN",
    "DEFAULT_SERVER_HOST",
    "DEFAULT_SERVER_HTTP_URL",
    "DEFAULT_SERVER_PORT",
    "INLINE",
    "Resources",
]

DEFAULT_SERVER_HOST = "localhost"
DEFAULT_SERVER_PORT = 5006
DEFAULT_SERVER_HTTP_URL = f"http://{DEFAULT_SERVER_HOST}:{DEFAULT_SERVER_PORT}/"


class Resources:
    """A way to get scripts that has a name, and nothing else.

    Args:
        mode: What Bokeh calls it, such as ``cdn``.
        options: Whatever else Bokeh takes.
    """

    def __init__(self, mode: str = "cdn", **options: Any) -> None:
        del options
        self.mode = mode

    def __repr__(self) -> str:
        return f"Resources(mode={self.mode!r})"

    def __getattr__(self, name: str) -> NoReturn:
        message = f"Resources has no {name!r}: {PAGES}"
        raise AttributeError(message)


CDN = Resources("cdn")
INLINE = Resources("inline")
