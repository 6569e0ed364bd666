"""Finding models by what they are, what they are called and what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from syncd.model.model import Model

__all__ = [
    "EQ",
    "GEQ",
    "GT",
    "IN",
    "LEQ",
    "LT",
    "NEQ",
    "OR",
    "Selectable",
    "find",
    "is_single_string_selector",
    "match",
    "matches",
]


class _Operator:
    """What a selector may ask of a value besides being equal to another one."""


class EQ(_Operator):
    """The value is equal: ``{"size": {EQ: 10}}``."""


class NEQ(_Operator):
    """The value is not equal."""


class GT(_Operator):
    """The value is greater."""


class GEQ(_Operator):
    """The value is greater or equal."""


class LT(_Operator):
    """The value is less."""


class LEQ(_Operator):
    """The value is less or equal."""


class IN(_Operator):
    """The value is one of these: ``{"name": {IN: ["a", "b"]}}``."""


class OR(_Operator):
    """One of several selectors matches: ``{OR: [{"name": "a"}, {"type": Slider}]}``."""


_COMPARISONS: dict[Any, Callable[[Any, Any], Any]] = {
    EQ: lambda value, wanted: value == wanted,
    NEQ: lambda value, wanted: value != wanted,
    GT: lambda value, wanted: value > wanted,
    GEQ: lambda value, wanted: value >= wanted,
    LT: lambda value, wanted: value < wanted,
    LEQ: lambda value, wanted: value <= wanted,
    IN: lambda value, wanted: value in wanted,
}


class Selectable:
    """What models can be found in: a document, or a model and what it refers to."""

    __slots__ = ()

    if TYPE_CHECKING:

        def _candidates(self) -> Iterable[Model]: ...

    def select(self, selector: Any) -> list[Model]:
        """Return the models that match, in the order in which they joined.

        Args:
            selector: A class, a name, or a dict of what fields have to hold.
                In a dict, ``type`` is a class, a name of one or several
                classes; ``tags`` is one that the model has, or several of
                which it has at least one; other fields hold an equal value,
                or one that `syncd.model.query` has an operator for:
                ``{"type": Slider, "value": {GT: 3}}``.

        Raises:
            ValueError: That is no selector.
        """
        return find(self._candidates(), selector)

    def select_one(self, selector: Any) -> Model | None:
        """Return the only model that `select` finds, or ``None``.

        Raises:
            ValueError: There are several.
        """
        found = self.select(selector)
        if len(found) > 1:
            message = f"found more than one model matching {selector!r}: {len(found)}"
            raise ValueError(message)
        return found[0] if found else None

    def set_select(self, selector: Any, updates: Mapping[str, Any]) -> None:
        """Set fields of all models that `select` finds.

        Args:
            selector: As for `select`.
            updates: Values by the names of fields.
        """
        for model in self.select(selector):
            model.update(**updates)


def find(models: Iterable[Model], selector: Any) -> list[Model]:
    """Return those of the models that a selector matches."""
    if isinstance(selector, str):
        selector = {"name": selector}
    elif isinstance(selector, type):
        selector = {"type": selector}
    if not isinstance(selector, Mapping):
        message = f"a selector is a class, a name or a dict, got {selector!r}"
        raise ValueError(message)  # noqa: TRY004  # as Bokeh's authors expect
    return [model for model in models if matches(model, selector)]


def match(obj: Any, selector: Any) -> bool:
    """Tell whether a selector matches a model; `matches` by Bokeh's name."""
    return bool(find([obj], selector))


def is_single_string_selector(selector: Mapping[Any, Any], field: str) -> bool:
    """Tell whether a selector asks for one field, and for a string in it."""
    return len(selector) == 1 and isinstance(selector.get(field), str)


def matches(value: Any, selector: Mapping[Any, Any]) -> bool:
    """Tell whether a model, or what one of its fields holds, matches."""
    return all(_holds(value, key, wanted) for key, wanted in selector.items())


def _holds(value: Any, key: Any, wanted: Any) -> bool:
    """Tell whether one condition of a selector holds."""
    if key is OR:
        return any(matches(value, each) for each in wanted)
    if key in _COMPARISONS:
        return _compare(key, value, wanted)
    if not isinstance(key, str):
        message = f"malformed query selector: {key!r} is no field and no operator"
        raise ValueError(message)  # noqa: TRY004  # as Bokeh's authors expect
    if key == "type":
        return _is_of(value, wanted)
    held = getattr(value, key, _MISSING)
    return held is not _MISSING and _field_holds(key, held, wanted)


_MISSING: Any = object()


def _compare(operator: Any, value: Any, wanted: Any) -> bool:
    try:
        return bool(_COMPARISONS[operator](value, wanted))
    except (TypeError, ValueError):
        # Numbers and None have no order, and arrays have no one answer.
        return False


def _field_holds(name: str, held: Any, wanted: Any) -> bool:
    if name == "tags":
        several = isinstance(wanted, list | tuple | set | frozenset)
        return wanted in held or (several and any(tag in held for tag in wanted))
    if isinstance(wanted, Mapping) and not isinstance(held, Mapping):
        return matches(held, wanted)
    return _compare(EQ, held, wanted)


def _is_of(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, Mapping):
        wanted = wanted.get(IN)
    if isinstance(wanted, str | type):
        wanted = [wanted]
    if not isinstance(wanted, list | tuple | set | frozenset):
        message = f"malformed query selector: {wanted!r} is no class of models"
        raise ValueError(message)  # noqa: TRY004  # as Bokeh's authors expect
    return any(
        value.type == cls if isinstance(cls, str) else isinstance(value, cls)
        for cls in wanted
    )
