# ruff: noqa: SLF001  # models, their fields and their document are one mechanism
"""One synchronised attribute of a model."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from syncd.errors import FieldError
from syncd.model.changes import FieldChanged
from syncd.model.columns import ColumnDict
from syncd.model.containers import FieldDict, FieldList
from syncd.model.equality import is_settled, same_column, same_value
from syncd.model.owner import WHOLE


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.model.changes import ModelChange
    from syncd.model.kinds import Kind
    from syncd.model.model import Model

__all__ = ["Default", "Field", "field"]

_MISSING: Any = object()
_SCALARS = frozenset({str, int, float, bool, type(None)})
_NUMBERS_AND_WORDS = frozenset({str, int, float, bool})
_CONTAINERS = (FieldList, FieldDict)


class Default:
    """What `field` returns in a class body; the class turns it into a field."""

    __slots__ = ("factory", "help", "kind", "value")

    def __init__(self, value: Any, factory: Any, kind: Kind | None) -> None:
        self.value = value
        self.factory = factory
        self.kind = kind
        self.help = ""


def field(
    default: Any = _MISSING,
    *,
    default_factory: Callable[[], Any] | None = None,
    kind: Kind | None = None,
) -> Any:
    """Declare a field that a plain default cannot express.

    Args:
        default: The default value; lists and dicts are copied for each model.
        default_factory: Called when the field is first touched, instead.
        kind: What the field takes, if the annotation cannot say it.
    """
    if (default is _MISSING) == (default_factory is None):
        message = "a field needs either a default or a default_factory"
        raise TypeError(message)
    return Default(default, default_factory, kind)


class Field:
    """The descriptor of a field: checks, stores, records, calls back."""

    __slots__ = (
        "default",
        "factory",
        "help",
        "kind",
        "name",
        "owner",
        "shared",
        "telling",
        "wraps",
    )

    kind: Kind
    """What the field takes, compiled from its annotation on first use."""

    def __init__(self, name: str, owner: type[Model], default: Any) -> None:
        self.name = name
        self.owner = owner
        self.factory: Callable[[], Any] | None = None
        self.help = ""
        if isinstance(default, Default):
            self.factory = default.factory
            self.help = default.help
            if default.kind is None:
                self.__class__ = _Uncompiled
            else:
                self.kind = default.kind
            default = default.value
        else:
            self.__class__ = _Uncompiled
        self.default = default
        self.wraps = type(default) in {list, dict}
        """Whether a default has to be copied for each model."""
        self.telling = name.endswith("color")
        """Whether peers are told that its default was set: a colour that somebody
        has set is that colour, also on a dark page, where the rest is another."""
        plain = self.factory is None and type(default) in _NUMBERS_AND_WORDS
        self.shared = type(default) if plain and not self.telling else None
        """The type of a default that all models share who are given its equal."""

    @property
    def doc(self) -> str:
        """The string literal below the field in the source of its class."""
        if self.help:
            return self.help
        from syncd.model.docs import field_docs  # noqa: PLC0415  # reads sources

        docs: dict[str, str] = field_docs(self.owner)  # type: ignore[arg-type]
        return docs.get(self.name, "")

    def __get__(self, model: Model | None, owner: type[Model] | None = None) -> Any:
        if model is None:
            return self
        try:
            return model._values[self.name]
        except KeyError:
            return self._untouched(model)

    def _untouched(self, model: Model) -> Any:
        """Return the default; what is mutable is made for this model."""
        if self.factory is not None:
            value = self.factory()
        elif self.wraps:
            value = self.default
        else:
            return self.default
        value = self.bind(model, value)
        model._values[self.name] = value
        return value

    def begin(self, model: Model, value: Any) -> None:
        """Set a field that nobody has touched, of a model that nobody watches."""
        try:
            checked = self.kind.check(value)
        except ValueError:
            raise self.refusal(model, value) from None
        cls = type(checked)
        if cls is self.shared:
            # It is the author's all the same, and no theme changes it. Whole
            # numbers stay whole beside a default that is none.
            default = self.default
            if checked == default:
                checked = default
        elif cls is list or cls is dict:
            checked = self.bind(model, checked)
        model._values[self.name] = checked

    def __set__(self, model: Model, value: Any) -> None:
        if model._document is not None:
            self.check_writer(model)
        elif model._callbacks is None and self.name not in model._values:
            self.begin(model, value)
            return
        if (
            isinstance(value, _CONTAINERS)
            and value.augmented
            and model._values.get(self.name) is value
        ):
            value.augmented = False
            return
        try:
            checked = self.kind.check(value)
        except ValueError:
            raise self.refusal(model, value) from None
        self.put(model, checked, same=value is model._values.get(self.name, _MISSING))

    def __delete__(self, model: Model) -> None:
        """Give the field its default again, as if nobody had set it."""
        if self.name not in model._values:
            return
        if self.factory is None and not self.wraps:
            self.__set__(model, self.default)
            model._values.pop(self.name, None)
        else:
            fresh = self.default if self.factory is None else self.factory()
            self.__set__(model, copy(fresh) if self.wraps else fresh)

    def put(self, model: Model, checked: Any, *, same: bool = False) -> None:
        """Set the field to a checked value, unless it has that value already.

        Args:
            model: The model.
            checked: What the kind made of the value.
            same: Whether the value was the very object that the field holds.
        """
        try:
            old = model._values[self.name]
        except KeyError:
            old = self._untouched(model)
        container = self.kind.container
        if container == "columns" and type(old) is ColumnDict:
            self._set_columns(model, old, checked, same=same)
        elif not same_value(old, checked) or (
            same and container is not None and not is_settled(checked)
        ):
            self.store(model, checked, old)
        else:
            model._values.setdefault(self.name, old)
            if model._document is not None:
                model._document.claim(model, self.name)

    def _set_columns(
        self, model: Model, old: ColumnDict, new: dict[str, Any], *, same: bool
    ) -> None:
        """Replace the columns; only those that differ are sent."""
        if old.keys() == new.keys() and old and not same:
            changed = {
                name: column
                for name, column in new.items()
                if not same_column(old[name], column)
            }
            if changed:
                old._replace(changed)
            return
        if not old and not new and not same:
            return
        before = dict(old)
        old._take(new)
        self.publish(model, FieldChanged(model, self.name), before, old)

    def check(self, model: Model, value: Any) -> Any:
        """Return the value to store, or raise `FieldError`."""
        try:
            return self.kind.check(value)
        except ValueError:
            raise self.refusal(model, value) from None

    def refusal(self, model: Model, value: Any) -> FieldError:
        """Return the error that tells why the value was refused."""
        return FieldError(model.type, self.name, value, self.kind.explain(value))

    def check_writer(self, model: Model) -> None:
        """Raise unless the model may be changed from here and now."""
        document = model._document
        if document is not None and document.guard is not None:
            document.guard("%s.%s was set", model.type, self.name)

    def store(self, model: Model, checked: Any, old: Any) -> None:
        """Store a checked value, record the change, call back."""
        new = self.bind(model, checked)
        if self.kind.refers and model._document is not None:
            model._document.check_adoptable(model, new)
        model._values[self.name] = new
        self.publish(model, FieldChanged(model, self.name), old, new)

    def publish(
        self,
        model: Model,
        change: ModelChange,
        old: Any,
        new: Any,
        brought: Any = WHOLE,
    ) -> None:
        """Record a change that has been made, then call back.

        Only what was ``brought`` may hold models that were not there before.
        """
        if model._document is not None:
            refers = self.kind.refers and not (
                type(old) in _SCALARS and type(new) in _SCALARS
            )
            model._document.record(change, refers=refers, brought=brought)
        if model._callbacks:
            model.notify(self.name, old, new)

    def bind(self, model: Model, checked: Any) -> Any:
        """Wrap a list or dict so that edits in place are noticed."""
        cls = type(checked)
        if cls is list and self.kind.container:
            return FieldList(checked, model, self)
        if cls is dict and self.kind.container:
            if self.kind.container == "columns":
                return ColumnDict(checked, model, self)
            return FieldDict(checked, model, self)
        return checked

    def replace_content(self, model: Model, container: Any, content: Any) -> None:
        """Let an edit in place happen, as a set of the whole field."""
        self.check_writer(model)
        checked = self.check(model, content)
        document = model._document
        if document is not None and self.kind.refers:
            document.check_adoptable(model, checked)
        old = type(content)(container)
        attached = model._values.get(self.name) is container
        container._take(checked)
        if attached:
            self.publish(model, FieldChanged(model, self.name), old, container)

    def edit_content(
        self,
        model: Model,
        container: Any,
        items: Any,
        put: Callable[[Any, Any], Any],
    ) -> Any:
        """Let an edit in place happen whose cost is that of what it brings.

        Args:
            model: The model.
            container: The list or dict of a piecewise kind.
            items: What comes, a plain list or dict.
            put: Makes the edit, of the container and of the items as they are stored.

        Returns:
            What ``put`` returns.
        """
        self.check_writer(model)
        try:
            checked = self.kind.check(items)
        except ValueError:
            content = type(items)(container)
            put(content, items)
            raise self.refusal(model, content) from None
        document = model._document
        if document is not None and self.kind.refers:
            document.check_adoptable(model, checked)
        # Nobody else asks what was there before.
        old = type(items)(container) if model._callbacks else None
        attached = model._values.get(self.name) is container
        result = put(container, checked)
        if attached:
            change = FieldChanged(model, self.name)
            self.publish(model, change, old, container, checked)
        return result


class _Uncompiled(Field):
    """A field whose kind nobody has asked for yet.

    Classes with a ``__getattr__`` are asked for all their attributes in a slow way, so
    a field is of one only until then.
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        """Compile the kind; nothing else is ever missing."""
        if name != "kind":
            raise AttributeError(name)
        self.kind = self.owner.compile_kind(self.name)
        self.__class__ = Field  # type: ignore[assignment]  # it may
        return self.kind
