"""The documentation of fields: string literals below them, from source."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise


__all__ = ["field_docs"]


@cache  # a few hundred classes at most
def field_docs(cls: type) -> dict[str, str]:
    """Return the docs of the fields that the class itself declares."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    except (OSError, TypeError, SyntaxError):
        return {}
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    docs: dict[str, str] = {}
    for statement, following in pairwise(body):
        if not isinstance(statement, ast.AnnAssign):
            continue
        if not isinstance(statement.target, ast.Name):
            continue
        if isinstance(following, ast.Expr) and isinstance(
            following.value, ast.Constant
        ):
            docs[statement.target.id] = inspect.cleandoc(str(following.value.value))
    return docs
