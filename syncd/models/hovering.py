"""What code of the application's own makes of values in tooltips."""

from typing import Any, ClassVar

from syncd.model import Model


__all__ = ["CustomJSHover"]


class CustomJSHover(Model):
    """What JavaScript of the application's own makes of a value in a tooltip.

    The page's Content Security Policy must allow it with ``script-src
    'unsafe-eval'``; where it does not, values are written as if there were no
    formatter, and the console says so once.
    """

    runs_in_browser: ClassVar[bool] = True

    args: dict[str, Any] = {}
    "Values and models by the names under which the code knows them."

    code: str = ""
    "The body of a function of ``value``, ``format`` and ``special_vars``."
