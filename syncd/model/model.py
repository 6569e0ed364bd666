# ruff: noqa: SLF001  # models, their fields and their document are one mechanism
"""The base class of everything that a document holds."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Self,
    dataclass_transform,
)

from syncd.errors import UnknownFieldError
from syncd.model import registry
from syncd.model.callbacks import accepts, check_signature, described, wants_event
from syncd.model.changes import FieldChanged
from syncd.model.containers import FieldList
from syncd.model.declarations import (
    check_redefined,
    declared_fields,
    declared_kind,
    refines_vocabulary,
)
from syncd.model.dressing import Dressed
from syncd.model.field import Field, field
from syncd.model.inert import keep_inert, kept_inert
from syncd.model.nearest import nearest_name
from syncd.model.owner import current_owner
from syncd.model.referring import Referring
from syncd.model.reflection import Reflective
from syncd.model.scripting import Scripted


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.aliases import Callback
    from syncd.model.kinds import Kind
    from syncd.model.owner import Owner

__all__ = ["Model"]

_SCALARS = frozenset({str, int, float, bool, type(None)})

# A union is made anew wherever it stands in a function.
_NUMBERS = (int, float)
_COMPARED = (str, *_NUMBERS, list, tuple)


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class Model(Referring, Scripted, Reflective, Dressed):
    """A set of typed fields that syncs with every browser that shows it.

    Subclasses are annotated class bodies: each annotation with a default is
    a field. Setting a field checks the value, and records the change if the
    model belongs to a document. Private attributes (``_name``) and what the
    class defines otherwise are left alone; any other name is refused.
    """

    __slots__ = (
        "__weakref__",
        "_callbacks",
        "_document",
        "_event_callbacks",
        "_id",
        "_values",
    )

    type_name: ClassVar[str] = "Model"
    """The name that peers know the class by."""

    opaque: ClassVar[bool] = False
    """Whether this process knows nothing of the model's class."""

    runs_in_browser: ClassVar[bool] = False
    """Whether only Python may write it: browsers run it, or act by what it says."""

    runs_when_called: ClassVar[bool] = False
    """Whether it is a callback of the browser, and only Python says of what."""

    _elsewhere: ClassVar[bool] = False
    """Whether browsers fetch something from an ``origin`` that it names."""

    is_part: ClassVar[bool] = False
    """Whether it only holds fields that several classes have."""

    _fields: ClassVar[dict[str, Field]] = {}
    _plain_fields: ClassVar[dict[str, Field]] = {}
    """The fields but those that a subclass has made properties, and none of a class
    that sets attributes in a way of its own."""

    _inert: Any = None
    """What `keep_inert` keeps for the model, if anything."""

    _redefined: ClassVar[frozenset[str]] = frozenset()
    """The fields that an application's class has given other defaults: no browser
    knows those."""

    name: str | None = None
    "A name to find the model by with ``doc.get_model_by_name``."

    tags: list[Any] = []
    "Anything an author wants to attach to the model."

    subscribed_events: list[str] = []
    "The UI events that Python wants to hear of."

    js_property_callbacks: dict[str, list[Model]] = {}
    "What the browser does when a field changes, by ``change:`` and its name."

    js_event_callbacks: dict[str, list[Model]] = {}
    "What the browser does when a person does something, by the event's name."

    def __init_subclass__(
        cls, *, wire: str | None = None, part: bool = False, **kwargs: Any
    ) -> None:
        """Collect the fields.

        ``wire`` is another class's type name to share. A ``part`` is no vocabulary
        of its own: several classes take its fields as theirs.
        """
        super().__init_subclass__(**kwargs)
        refines = wire is None and refines_vocabulary(cls)
        if wire is None and not refines:
            cls.type_name = cls.__name__
        cls.is_part = part
        cls._holding, cls._columned = None, ()
        for base in cls.__bases__[1:]:
            _inherit(cls, base)
        declared = declared_fields(cls)
        if wire is not None and declared:
            message = f"{cls.__name__} shares its wire type, so it declares no fields"
            raise TypeError(message)
        if refines:
            bases = [
                base._redefined for base in cls.__bases__ if issubclass(base, Model)
            ]
            cls._redefined = frozenset().union(*bases, check_redefined(cls, declared))
        cls._fields = {**cls._fields, **declared}
        cls._plain_fields = {
            name: item
            for name, item in {**cls._plain_fields, **declared}.items()
            if getattr(cls, name, None) is item and cls.__setattr__ is Model.__setattr__
        }
        if not part:
            registry.register(cls)

    def __init__(self, **values: Any) -> None:
        slot = object.__setattr__
        slot(self, "_values", {})
        slot(self, "_document", None)
        slot(self, "_id", None)
        slot(self, "_callbacks", None)
        slot(self, "_event_callbacks", None)
        fields = self._plain_fields
        for name, value in values.items():
            target = fields.get(name)
            if target is None:
                setattr(self, name, value)
            else:
                target.begin(self, value)

    if TYPE_CHECKING:
        _values: dict[str, Any]
        _document: Owner | None
        _id: int | None
        _callbacks: dict[str, list[Callback]] | None
        _event_callbacks: dict[str, list[Callback]] | None

    def __setattr__(self, name: str, value: Any) -> None:
        target = self._plain_fields.get(name)
        if target is not None:
            target.__set__(self, value)
            return
        if name in self._fields or name[:1] == "_" or hasattr(type(self), name):
            object.__setattr__(self, name, value)
            return
        if not keep_inert(self, name, value):
            raise self._unknown(name)

    def __getattr__(self, name: str) -> Any:
        if name[:1] == "_":
            raise AttributeError(name)
        try:
            return kept_inert(self, name)
        except LookupError:
            raise self._unknown(name) from None

    def __repr__(self) -> str:
        number = "" if self._id is None else f"id={self._id}"
        return f"{self.type}({number})"

    @property
    def id(self) -> int | None:
        """The number of the model in its document.

        Outside of one it is that which the model will have when it joins the
        current one, ``None`` if there is none.
        """
        number = self._id
        if number is None and (owner := current_owner.get()) is not None:
            number = owner.reserve_id(self)
            object.__setattr__(self, "_id", number)
        return number

    @property
    def ref(self) -> dict[str, int | None]:
        """What refers to the model: its ``id``, under that name."""
        return {"id": self.id}

    @property
    def type(self) -> str:
        """The name that peers know the model's class by."""
        return self.type_name

    @property
    def document(self) -> Any:
        """The document that the model belongs to, or ``None``."""
        return self._document

    @classmethod
    def fields(cls) -> Mapping[str, Field]:
        """Return all fields by name, inherited ones first."""
        return cls._fields

    @classmethod
    def compile_kind(cls, name: str) -> Kind:
        """Return what the field takes, from the nearest annotation."""
        for owner in cls.__mro__:
            if (kind := declared_kind(owner, name, Model)) is not None:
                return kind
        raise UnknownFieldError(cls.type_name, name)

    def update(self, **values: Any) -> None:
        """Set several fields, one after another."""
        for name, value in values.items():
            setattr(self, name, value)

    def clone(self, **overrides: Any) -> Self:
        """Return another model that holds the same.

        What fields refer to is not copied: both refer to the same models.
        Callbacks of Python stay with this one.

        Args:
            **overrides: Fields that are to hold something else.
        """
        copy = self._blank()
        held = self.properties_with_values(include_defaults=False)
        for name, value in {**held, **overrides}.items():
            setattr(copy, name, value)
        return copy

    def on_change(self, attr: str, *callbacks: str | Callback) -> None:
        """Call back with ``(attr, old, new)`` whenever the field changes.

        Args:
            attr: The name of a field.
            *callbacks: Names of further fields, if any, and then at least one
                callback; one that is registered already is not registered
                twice.

        Raises:
            UnknownFieldError: There is no such field.
            ValueError: There is no callback, or one that takes other
                arguments.
        """
        names, functions = _attributes("on_change", attr, callbacks)
        for name in names:
            self._check_field(name)
        for callback in functions:
            check_signature(callback, ("attr", "old", "new"))
        if self._callbacks is None:
            self._callbacks = {}
        for name in names:
            known = self._callbacks.setdefault(name, [])
            known.extend(callback for callback in functions if callback not in known)

    def has_callbacks(self, attr: str) -> bool:
        """Whether anybody is called back when the field changes."""
        return bool(self._callbacks and self._callbacks.get(attr))

    def remove_on_change(self, attr: str, *callbacks: str | Callback) -> None:
        """Stop calling back.

        Args:
            attr: The name of a field.
            *callbacks: As for `on_change`.

        Raises:
            ValueError: A callback is not registered; then all stay.
        """
        names, functions = _attributes("remove_on_change", attr, callbacks)
        known = self._callbacks or {}
        for name in names:
            for callback in functions:
                if callback not in known.get(name, ()):
                    message = (
                        f"{described(callback)} is no callback of {self.type}.{name}"
                    )
                    raise ValueError(message)
        for name in names:
            for callback in functions:
                known[name].remove(callback)

    def trigger(self, attr: str, old: Any, new: Any) -> None:
        """Announce that a field was edited where nobody could notice.

        Callbacks are called with `old` and `new`, whatever these are; pages are told
        what the field holds. Nothing is set.
        """
        self._check_field(attr)
        target = self._fields[attr]
        target.check_writer(self)
        target.publish(self, FieldChanged(self, attr), old, new)

    def notify(self, attr: str, old: Any, new: Any) -> None:
        """Call the callbacks of a field that has changed."""
        callbacks = self._callbacks.get(attr) if self._callbacks else None
        document = self._document
        if document is not None and document.held is not None:
            document.held.note(self, attr, old, new)
            return
        call = _call if self._document is None else self._document.call
        for callback in tuple(callbacks or ()):
            call(callback, attr, old, new)

    def on_event(self, event: Any, *callbacks: Callback) -> None:
        """Call back when a person does something, such as pressing a button.

        Args:
            event: An event class of `syncd.events`, or its name.
            *callbacks: Each is called with the event, or with nothing if it
                takes no argument or has a default for it; one that was given
                twice is called twice.
        """
        name = event if isinstance(event, str) else event.event_name
        for callback in callbacks:
            if not accepts(callback, 0):
                check_signature(callback, ("event",))
        if self._event_callbacks is None:
            self._event_callbacks = {}
        known = self._event_callbacks.setdefault(name, [])
        known.extend(callbacks)
        if name not in self.subscribed_events:
            self.subscribed_events = [*self.subscribed_events, name]

    def trigger_event(self, name: str, event: Any) -> None:
        """Call the callbacks of an event."""
        call = _call if self._document is None else self._document.call
        for callback in tuple((self._event_callbacks or {}).get(name, ())):
            call(callback, *((event,) if wants_event(callback) else ()))

    def held_values(self) -> dict[str, Any]:
        """Return what the fields hold that were set or looked at, by name."""
        return self._values

    def wire_value(self, name: str) -> Any:
        """Return a field's value as peers are told it."""
        target = self._fields[name]
        try:
            value = self._values[name]
        except KeyError:
            value = target.__get__(self)
        return target.kind.to_wire(value) if target.kind.translates else value

    def wire_fields(self) -> dict[str, Any]:
        """Return the fields that differ from their defaults, for peers."""
        fields = self._fields
        told: dict[str, Any] = {}
        if not self._values and not self._redefined:
            return told
        for name, value in self._values.items():
            target = fields[name]
            default = target.default
            if value is default and not target.telling:
                continue
            cls = type(value)
            if cls is target.shared or cls is FieldList:
                if value == default:
                    continue
            elif (
                default is not None
                and target.factory is None
                and not target.telling
                and _is_default(value, default)
            ):
                continue
            kind = target.kind
            told[name] = kind.to_wire(value) if kind.translates else value
        for name in self._redefined:
            told[name] = self.wire_value(name)
        return told

    def release(self) -> None:
        """Let go of everything, so that no reference cycle is left."""
        slot = object.__setattr__
        slot(self, "_values", {})
        slot(self, "_document", None)
        if self._callbacks is not None:
            slot(self, "_callbacks", None)
        if self._event_callbacks is not None:
            slot(self, "_event_callbacks", None)
        if self._inert is not None:
            del self._inert
        if self._themed is not None:
            self._themed = None

    def _check_field(self, name: str) -> None:
        if name not in self._fields:
            raise self._unknown(name)

    def _unknown(self, name: str) -> UnknownFieldError:
        """Return the error for a name that is no field."""
        nearest = nearest_name(type(self), self._fields, name)
        return UnknownFieldError(self.type, name, nearest)

    def _blank(self) -> Self:
        """Return a model of this class that holds nothing yet."""
        copy = type(self).__new__(type(self))
        Model.__init__(copy)
        return copy


def _attributes(
    method: str, attr: str, callbacks: tuple[str | Callback, ...]
) -> tuple[list[str], tuple[Callback, ...]]:
    """Tell names of fields from the callbacks that follow them."""
    if len(callbacks) == 1 and not isinstance(callbacks[0], str):
        return [attr], callbacks  # type: ignore[return-value]  # it is no name
    count = 0
    while count < len(callbacks) and isinstance(callbacks[count], str):
        count += 1
    functions: Any = callbacks[count:]
    if not functions:
        message = f"{method} takes an attribute name and one or more callbacks"
        raise ValueError(message)
    names: Any = dict.fromkeys((attr, *callbacks[:count]))
    return list(names), functions


def _call(callback: Callback, *args: Any) -> None:
    """Run a callback of a model that is in no document."""
    callback(*args)


def _is_default(value: Any, default: Any) -> bool:
    """Tell whether a stored value need not be told; never compares arrays."""
    if type(value) is type(default) and type(value) in _SCALARS:
        return bool(value == default)
    if isinstance(value, dict):
        return not value and isinstance(default, dict) and not default
    if type(value) is bool or type(default) is bool:
        return False
    if isinstance(value, _COMPARED):
        alike = type(value) is type(default) or isinstance(value, list)
        return (alike or _are_numbers(value, default)) and bool(value == default)
    return False


def _are_numbers(one: Any, other: Any) -> bool:
    return isinstance(one, _NUMBERS) and isinstance(other, _NUMBERS)


def _inherit(cls: type[Model], base: type) -> None:
    """Take the fields of a base that is not the first one; the nearest of a name wins."""
    for kept in ("_fields", "_plain_fields"):
        merged: dict[str, Field] = {**getattr(base, kept, {}), **getattr(cls, kept)}
        for name in merged:
            nearest = getattr(cls, name)
            if isinstance(nearest, Field):
                merged[name] = nearest
        setattr(cls, kept, merged)


Model._fields = Model._plain_fields = declared_fields(Model)
