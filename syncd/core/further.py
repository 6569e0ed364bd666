"""More properties, for models that were written with Bokeh's."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, TypeVar

from syncd.core import enums
from syncd.core.declaring import (
    Composite,
    Either,
    Enum,
    Property,
    Regex,
    Seq,
    String,
    Tuple,
)
from syncd.model.kinds import Kind
from syncd.models.enums import DashKind, FontSizeKind


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "ColorHex",
    "DashPattern",
    "Factor",
    "FactorSeq",
    "FontSize",
    "HatchPatternType",
    "MarkerType",
    "MathString",
    "NonEmpty",
    "Required",
    "validate",
    "without_property_validation",
]

_F = TypeVar("_F", bound="Callable[..., Any]")


class Required(Composite):
    """What another property takes, and begins with."""

    def _compose(self, parts: list[Property]) -> Kind:
        self.initial = parts[0].value
        return parts[0].kind


class NonEmpty(Composite):
    """What another property takes, unless that is empty; it begins as the other does."""

    def _compose(self, parts: list[Property]) -> Kind:
        self.initial = parts[0].value
        return _NonEmptyKind(parts[0].kind)


class _NonEmptyKind(Kind):
    """What another kind takes, with something in it."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self.container = kind.container
        self.refers = kind.refers
        self.translates = kind.translates
        self.expected = f"{kind.expected}, and not an empty one"

    def check(self, value: Any) -> Any:
        """Return what the other kind makes of it, or raise `ValueError`."""
        found = self._kind.check(value)
        if not found:
            raise ValueError
        return found

    def to_wire(self, value: Any) -> Any:
        """Return what the other kind makes of it."""
        return self._kind.to_wire(value)

    def schema(self) -> dict[str, Any]:
        """Describe the other kind."""
        return self._kind.schema()


class FontSize(Property):
    """A size of letters, such as ``13px``."""

    takes = FontSizeKind
    initial = "16px"


class DashPattern(Property):
    """A dash: a word, or the lengths of strokes and gaps."""

    takes = DashKind
    initial = "solid"


class MarkerType(Enum):
    """The name of a marker."""

    def __init__(self, default: Any = "circle", *, help: str | None = None) -> None:  # noqa: A002
        super().__init__(enums.MarkerType, default=default, help=help)


class HatchPatternType(Enum):
    """The name of a hatch pattern, or its abbreviation."""

    def __init__(self, default: Any = "blank", *, help: str | None = None) -> None:  # noqa: A002
        words = (*enums.HatchPattern, *enums.HatchPatternAbbreviation)
        super().__init__(words, default=default, help=help)


class ColorHex(Regex):
    """A colour as ``#rrggbb``."""

    def __init__(self, default: Any = "#000000", *, help: str | None = None) -> None:  # noqa: A002
        super().__init__("^#[0-9a-fA-F]{6}$", default=default, help=help)


class MathString(String):
    """Text that may have formulas in it."""


class Factor(Either):
    """A category, or the two or three names of a nested one."""

    def __init__(self, default: Any = "", *, help: str | None = None) -> None:  # noqa: A002
        nested = (Tuple(*[String] * count) for count in (2, 3))
        super().__init__(String, *nested, default=default, help=help)


class FactorSeq(Seq):
    """Categories."""

    def __init__(self, default: Any = (), *, help: str | None = None) -> None:  # noqa: A002
        super().__init__(Factor, default=list(default), help=help)


def without_property_validation(func: _F) -> _F:
    """Return the function: values are checked all the same, which costs little."""
    return func


@contextlib.contextmanager
def validate(value: bool) -> Iterator[None]:  # noqa: FBT001 - Bokeh's signature
    """Do nothing for a while: values are checked all the same."""
    del value
    yield
