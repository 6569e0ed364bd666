"""Names for plain values that travel through every layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NewType, TypeAlias


ModelId = NewType("ModelId", int)
"""A model's number in its document: positive, or negative while provisional."""

Revision = NewType("Revision", int)
"""How many transactions a document has seen."""

Callback: TypeAlias = Callable[..., Any]
"""A function of the application."""

Column: TypeAlias = Any
"""A sequence of values: list, tuple, array, or anything with a buffer."""
