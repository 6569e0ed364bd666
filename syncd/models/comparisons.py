"""How browsers compare the cells of a column to sort a table."""

from typing import Any

from syncd.model import Model
from syncd.models.callbacks import CustomCode


__all__ = ["Comparison", "CustomJSCompare", "NanCompare"]


class Comparison(Model):
    """How two cells are compared."""


class NanCompare(Comparison):
    """Compares numbers and says where those go that are missing."""

    ascending_first: bool = False
    "Whether what is missing comes first when the least comes first."


class CustomJSCompare(Comparison, CustomCode):
    """Compares with JavaScript of the application's own.

    The page's Content Security Policy must allow it with ``script-src
    'unsafe-eval'``; without that, cells are compared as if there were no code.
    """

    args: dict[str, Any] = {}
    "Values and models by the names under which the code knows them."

    code: str = ""
    "The body of a function of ``x`` and ``y`` that returns -1, 0 or 1."
