"""What a client asks for, checked and done.

A message is checked as a whole first: an unknown model, field or type, or a
value that a field refuses, rejects all of it. Row edits that turn out to be
impossible while applying are rejected alone (``spec/protocol.md`` section 8,
rule 6).
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from syncd.document import Hold
from syncd.errors import (
    FieldError,
    LimitError,
    OwnershipError,
    RowsError,
    UnknownFieldError,
    UnknownModelError,
)
from syncd.model import ColumnDict, Model, registry
from syncd.models import DocumentEvents
from syncd.protocol import (
    AddRoot,
    PatchRows,
    Reference,
    RemoveRoot,
    ReplaceColumns,
    SetField,
    SetTitle,
    StreamRows,
)
from syncd.session.outcome import Rejection
from syncd.session.returned import as_authored
from syncd.session.rows import shifted


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from syncd.model import Field
    from syncd.protocol import ClientChange, NewModel
    from syncd.session.outcome import Outcome
    from syncd.session.session import Session

__all__ = ["Edit"]

_SCRIPTS = frozenset(
    {
        "js_property_callbacks",
        "js_event_callbacks",
        "action",
        "callback",
        "active_callback",
    }
)
"""What browsers run when something happens."""

_PAGES = frozenset({"stylesheets", "html_attributes", "html_id"})
"""What reaches into the pages of others, beyond the document."""

_PYTHONS = _SCRIPTS | _PAGES
_READ_ONLY = frozenset({"subscribed_events", *_PYTHONS})

_LOOKS = frozenset({"styles", "css_variables"})
_FETCHES = re.compile(r"url|image-set|src\(|\\", re.IGNORECASE)
"""What makes CSS fetch something, or may hide that."""
_PLAIN = frozenset({str, int, float, bool, type(None)})

_UNEXPECTED = "the values could not be checked; the log has details"


class Edit:
    """One client message, about to be applied to a document.

    Args:
        session: The session, whose document is inside of a transaction.
        base: The revision that the client had applied.
        final_ids: The ids of the models that the client added before.
        outcome: Where to write down what becomes of it.
        trusted: Whether it may say what browsers are to run.
    """

    __slots__ = (
        "_base",
        "_document",
        "_final_ids",
        "_fresh",
        "_joining",
        "_models",
        "_session",
        "_trusted",
        "outcome",
    )

    def __init__(
        self,
        session: Session,
        base: int,
        final_ids: dict[int, int],
        outcome: Outcome,
        *,
        trusted: bool,
    ) -> None:
        self._session = session
        self._trusted = trusted
        self._document = session.document
        self._models = session.document.models
        self._base = base
        self._final_ids = final_ids
        self._fresh: dict[int, Model] = {}
        self._joining: dict[int, Model] = {}
        self.outcome = outcome

    def run(self, models: Sequence[NewModel], changes: Sequence[ClientChange]) -> None:
        """Check everything, then apply it."""
        try:
            self._check_base()
            if not (self._trusted or self._session.intake.has_room(models, changes)):
                self._refuse_more()
            if models:
                self._make_models(models)
            steps = []
            for change in changes:
                steps.append(self._check(change))  # noqa: PERF401 - a comprehension is a call
        except Rejection as rejection:
            self._reject(rejection, changes)
            return
        except Exception as error:  # noqa: BLE001  # a model class of somebody else's
            self._session.failed(error)
            self._reject(Rejection("bad_value", _UNEXPECTED), changes)
            return
        if len(steps) > 1 and all(type(change) is SetField for change in changes):
            self._apply_together(steps, changes)
        else:
            for step, change in zip(steps, changes, strict=True):
                self._apply(step, change)
        if self._fresh:
            self._take_events()
            self._assign_ids()

    def _check_base(self) -> None:
        latest = self._document.revision
        if self._base > latest:
            reason = f"revision {self._base} is not there yet, the latest is {latest}"
            raise Rejection("future_revision", reason)

    def _refuse_more(self) -> NoReturn:
        most = self._session.environment.limits.browser_bytes
        reason = (
            f"browsers have added as much to this document as they may: {most:,}"
            " bytes (--max-browser-data of syncd)"
        )
        raise Rejection("bad_value", reason)

    def _reject(self, rejection: Rejection, changes: Sequence[ClientChange]) -> None:
        self.outcome.reject(rejection)
        for change in changes:
            if isinstance(change, SetField):
                number = self._final_ids.get(change.model, change.model)
                model = self._models.get(number)
                if model is not None and change.field in model.fields():
                    self.outcome.refused.append((number, change.field))

    def _apply_together(
        self, steps: Sequence[Callable[[], None]], changes: Sequence[ClientChange]
    ) -> None:
        """Set all fields before the first callback, as they belong together.

        A callback for the name of a file finds its content, one for the start of a
        range its end.
        """
        document = self._document
        held = Hold("collect") if document.held is None else None
        document.held = document.held or held
        try:
            for step, change in zip(steps, changes, strict=True):
                self._apply(step, change)
        finally:
            released = document.held is held
            if held is not None and released:
                document.held = None
        if held is not None and released:
            held.replay(self._session.failed, latest=True)

    def _apply(self, step: Callable[[], None], change: ClientChange) -> None:
        try:
            step()
        except Rejection as rejection:
            self._reject(rejection, [change])
        except BaseException as error:  # noqa: BLE001  # whatever a callback raises
            self._session.failed(error)
            self._refuse_unset(change)

    def _refuse_unset(self, change: ClientChange) -> None:
        """Make sure that a value which was not stored is corrected."""
        if isinstance(change, SetField):
            number = self._final_ids.get(change.model, change.model)
            if self.outcome.own.pop((number, change.field), None) is not None:
                self.outcome.refused.append((number, change.field))

    def _take_events(self) -> None:
        """Keep what was registered for the document, which no field refers to."""
        for model in self._fresh.values():
            if isinstance(model, DocumentEvents):
                self._document.take_events(model)

    def _assign_ids(self) -> None:
        self.outcome.ids = {
            provisional: model.id
            for provisional, model in self._fresh.items()
            if model.document is self._document and model.id is not None
        }

    # Models

    def _make_models(self, models: Sequence[NewModel]) -> None:
        classes: dict[str, type[Model]] = {}
        try:
            for new in models:
                if new.type not in classes:
                    classes[new.type] = self._class_of(new.type)
                self._fresh[new.id] = classes[new.type]()
        except UnknownModelError as error:
            raise Rejection("unknown_type", str(error)) from None
        for new in models:
            model = self._fresh[new.id]
            for name, value in new.fields.items():
                self._set_fresh(model, name, self._resolve(value))

    def _class_of(self, name: str) -> type[Model]:
        """Return the class of a type: of the application's, those in the document.

        All sessions' scripts have made classes of the same names.
        """
        cls = registry.lookup(name)
        if self._trusted or cls.__module__.partition(".")[0] == "syncd":
            return cls
        for model in self._models.values():
            if model.type == name:
                return type(model)
        raise UnknownModelError(name)

    def _set_fresh(self, model: Model, name: str, value: Any) -> None:
        if name in _PYTHONS or model.runs_in_browser:
            self._check_writable(model, name)
        try:
            self._check_looks(model, name, value)
            target = model.fields()[name]
            self._check_made(model, target, value)
            target.__set__(model, value)
        except KeyError:
            raise Rejection("unknown_field", _no_field(model, name)) from None
        except FieldError as error:
            raise Rejection("bad_value", str(error)) from None

    def _model(self, number: int) -> Model:
        model = self._fresh.get(number)
        if model is None:
            number = self._final_ids.get(number, number)
            model = self._models.get(number)
        if model is None:
            raise Rejection("unknown_model", f"no model has the id {number}")
        return model

    def _resolve(self, value: Any) -> Any:
        """Replace the references in a value by the models they mean."""
        cls = type(value)
        if cls is list:
            plain = _PLAIN.issuperset(map(type, value))
            return value if plain else [self._resolve(item) for item in value]
        if cls is dict:
            if _PLAIN.issuperset(map(type, (*value, *value.values()))):
                return value
            return {
                self._resolve(key): self._resolve(item) for key, item in value.items()
            }
        return self._referred(value) if cls is Reference else value

    def _referred(self, reference: Reference) -> Model:
        model = self._model(reference.id)
        if model.runs_when_called and not self._trusted:
            reason = f"where a {model.type} runs is said by the server"
            raise Rejection("read_only", reason)
        return model

    # Changes: each check returns the step that does it

    def _check(self, change: ClientChange) -> Callable[[], None]:
        document = self._document
        if isinstance(change, SetField):
            return self._check_set(change)
        if isinstance(change, ReplaceColumns | StreamRows | PatchRows):
            return self._check_rows(change)
        if isinstance(change, AddRoot):
            root = self._model(change.model)
            self._check_adoptable(root)
            return lambda: document.add_root(root)
        if isinstance(change, RemoveRoot):
            root = self._model(change.model)
            return lambda: document.remove_root(root)
        assert isinstance(change, SetTitle)
        title = change.title
        return lambda: setattr(document, "title", title)

    def _check_adoptable(self, value: Any) -> None:
        try:
            self._document.check_adoptable(None, value, self._joining)
        except (OwnershipError, LimitError) as error:
            raise Rejection("bad_value", str(error)) from None

    def _check_set(self, change: SetField) -> Callable[[], None]:
        model = self._model(change.model)
        name = change.field
        target = model.fields().get(name)
        if target is None and (not model.opaque or name[:1] == "_"):
            raise Rejection("unknown_field", _no_field(model, name))
        if name in _READ_ONLY or model.runs_in_browser:
            self._check_writable(model, name)
        value = self._resolve(change.value)
        if target is not None and target.kind.container == "columns":
            value = _authored(model, name, value)
        self._check_looks(model, name, value)
        if target is not None:
            self._check_made(model, target, value)
            try:
                value = target.check(model, value)
            except FieldError as error:
                raise Rejection("bad_value", str(error)) from None
            if target.kind.refers:
                self._check_adoptable(value)
        return partial(self._set, model, name, value)

    def _check_writable(self, model: Model, name: str) -> None:
        """Refuse what is Python's: no browser says what the others are to run."""
        if not self._trusted or name == "subscribed_events":
            raise Rejection("read_only", f"{model.type}.{name} is set by the server")

    def _check_looks(self, model: Model, name: str, value: Any) -> None:
        """Refuse looks that make others' browsers fetch something."""
        if name not in _LOOKS or self._trusted or not isinstance(value, dict):
            return
        for part in value.values():
            if isinstance(part, str) and _FETCHES.search(part):
                raise Rejection("bad_value", f"{model.type}.{name} may fetch nothing")

    def _check_made(self, model: Model, target: Field, value: Any) -> None:
        """Refuse a dict that stands for a model: its fields would not be checked."""
        if target.kind.makes_models and isinstance(value, dict) and not self._trusted:
            reason = f"{model.type}.{target.name} takes a model from browsers"
            raise Rejection("bad_value", reason)

    def _set(self, model: Model, name: str, value: Any) -> None:
        """Set a field to a value that was checked."""
        number = model._id  # noqa: SLF001  # asked for, it would be reserved
        if number is not None:
            self.outcome.own[(number, name)] = value
        target = model._plain_fields.get(name)  # noqa: SLF001  # nothing overrides it
        if target is None:
            setattr(model, name, value)
        else:
            target.put(model, value)

    def _check_rows(
        self, change: ReplaceColumns | StreamRows | PatchRows
    ) -> Callable[[], None]:
        model = self._model(change.model)
        columns = (
            getattr(model, change.field, None) if _has(model, change.field) else None
        )
        if not isinstance(columns, ColumnDict):
            reason = f"{model.type} has no columns called {change.field!r}"
            raise Rejection("unknown_field", reason)
        if isinstance(change, ReplaceColumns):
            new = as_authored(self._resolve(change.columns), columns)
            return lambda: _replace_columns(columns, new)
        if isinstance(change, StreamRows):
            rows, rollover = self._resolve(change.columns), change.rollover
            return lambda: _stream(columns, rows, rollover)
        patches = self._resolve(change.patches)
        return lambda: self._patch(model, change.field, patches)

    def _patch(self, model: Model, name: str, patches: dict[str, Any]) -> None:
        columns: ColumnDict = getattr(model, name)
        try:
            columns.check_patches(dict.fromkeys(patches, ()))
            moved = self._shifted(model, name, patches)
            columns.check_patches(moved)
        except RowsError as error:
            raise _rows_rejection(error) from None
        columns.patch(moved)

    def _shifted(
        self, model: Model, name: str, patches: dict[str, Any]
    ) -> dict[str, Any]:
        """Return the patches with indices as they are now."""
        log = self._session.rows.of(model, name)
        if log is None:
            return patches
        columns = getattr(model, name)
        moved: dict[str, Any] = {}
        for column, pairs in patches.items():
            shift = log.shift(model.type, self._base, column, columns.dropped)
            moved[column] = [
                (shifted(model.type, index, shift), value) for index, value in pairs
            ]
        return moved


def _has(model: Model, name: str) -> bool:
    return name in model.fields()


def _authored(model: Model, name: str, value: Any) -> Any:
    """Return columns as their author knows them; what is none is refused later."""
    if not isinstance(value, dict):
        return value
    return as_authored(value, getattr(model, name) or {})


def _replace_columns(columns: ColumnDict, new: dict[str, Any]) -> None:
    """Replace columns; refuse what would leave them with unequal lengths."""
    lengths = {len(column) for column in ({**columns, **new}).values()}
    if len(lengths) > 1:
        reason = f"columns would have the lengths {sorted(lengths)}"
        raise Rejection("bad_rows", reason)
    columns.update(new)


def _stream(columns: ColumnDict, rows: dict[str, Any], rollover: int | None) -> None:
    try:
        columns.check_stream(rows, rollover)
    except RowsError as error:
        raise _rows_rejection(error) from None
    columns.stream(rows, rollover)


def _rows_rejection(error: RowsError) -> Rejection:
    return Rejection("stale_rows" if error.stale else "bad_rows", str(error))


def _no_field(model: Model, name: str) -> str:
    return str(UnknownFieldError(model.type, name))
