"""What models can be told to do in the browser, without asking Python."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from syncd.errors import UnknownFieldError
from syncd.model import registry


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.model.model import Model

__all__ = ["Scripted", "event_name"]

_CHANGE = "change"

_SIGNALS = frozenset({_CHANGE, "stream", "streaming", "patch", "patching"})
"""What models announce besides ``change:field``."""


class Scripted:
    """The part of a model that registers callbacks of the browser."""

    __slots__ = ()

    def js_on_change(self: Any, event: str, *callbacks: Model) -> None:
        """Run callbacks in the browser whenever something of the model changes.

        Args:
            event: The name of a field, with or without ``change:`` before it;
                ``change`` for all fields; ``streaming`` or ``patching`` for
                rows that were appended to a source or set one by one.
            *callbacks: At least one `syncd.models.Callback`; one that is
                registered already is not registered twice.

        Raises:
            UnknownFieldError: There is no such field.
            ValueError: There is no callback, or one of another kind.
        """
        if not callbacks:
            message = "js_on_change takes an event name and one or more callbacks"
            raise ValueError(message)
        _check_callbacks(callbacks)
        name = self._signal(event)
        self.js_property_callbacks = _extended(
            self.js_property_callbacks, name, callbacks
        )

    def _signal(self: Any, event: str) -> str:
        """Return the name by which the browser knows a change."""
        field = event.removeprefix(f"{_CHANGE}:")
        if field in self.fields():
            return f"{_CHANGE}:{field}"
        if event in _SIGNALS:
            return event
        nearest = difflib.get_close_matches(field, self.fields(), 1)
        raise UnknownFieldError(self.type_name, field, nearest[0] if nearest else None)

    def js_link(
        self: Any,
        attr: str,
        other: Model,
        other_attr: str,
        attr_selector: int | str | None = None,
    ) -> None:
        """Give another model's field the value of one here, in the browser.

        No code is run, so a strict Content Security Policy allows it.

        Args:
            attr: The name of a field of this model.
            other: The model that follows.
            other_attr: The name of a field of the other model.
            attr_selector: The index or the key of the part of the value that
                the other model gets, instead of all of it.

        Raises:
            ValueError: There is no such field or no such model.
        """
        if attr not in self.fields():
            message = f"{attr!r} is not a property of self ({self!r})"
            raise ValueError(message)
        if not isinstance(other, Scripted):
            message = f"'other' is not a model: {other!r}"  # type: ignore[unreachable]
            raise ValueError(message)  # noqa: TRY004  # Bokeh's authors catch it
        if other_attr not in other.fields():
            message = f"{other_attr!r} is not a property of other ({other!r})"
            raise ValueError(message)
        link = registry.lookup("FieldLink")(
            attr=attr, other=other, other_attr=other_attr, attr_selector=attr_selector
        )
        self.js_on_change(attr, link)

    def js_on_event(self: Any, event: Any, *callbacks: Model) -> None:
        """Run callbacks in the browser when a person does something there.

        Args:
            event: An event class of `syncd.events`, or its name.
            *callbacks: Each a `syncd.models.Callback`.

        Raises:
            ValueError: The event is neither, or a callback is of another kind.
        """
        _check_callbacks(callbacks)
        self.js_event_callbacks = _extended(
            self.js_event_callbacks, event_name(event), callbacks
        )


def event_name(event: Any) -> str:
    """Return the name of an event that is given by its name or its class."""
    name = event if isinstance(event, str) else getattr(event, "event_name", None)
    if not isinstance(name, str):
        message = f"expected string event name or event class, got {event!r}"
        raise ValueError(message)  # noqa: TRY004  # Bokeh's authors catch it
    return name


def _check_callbacks(callbacks: tuple[Any, ...]) -> None:
    for callback in callbacks:
        if not getattr(callback, "runs_in_browser", False):
            message = (
                "not all callback values are CustomJS or other Callback instances:"
                f" {callback!r}"
            )
            raise ValueError(message)


def _extended(
    known: Mapping[str, list[Model]], name: str, callbacks: tuple[Model, ...]
) -> dict[str, list[Model]]:
    """Return registered callbacks with more of them, each only once."""
    listed = dict.fromkeys((*known.get(name, ()), *callbacks))
    return {**known, name: list(listed)}
