# ruff: noqa: SLF001  # models, their fields and their document are one mechanism
"""A set of models with a revision."""

from __future__ import annotations

import logging
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from syncd.document.callbacks import CallbackRegistry
from syncd.document.config import DocumentConfig
from syncd.document.holding import Hold, Holding, keep
from syncd.document.listening import Listening
from syncd.document.membership import Membership
from syncd.document.scheduling import Scheduling
from syncd.document.selecting import Selecting
from syncd.document.serializing import Serializing
from syncd.document.theming import Theming
from syncd.document.transaction import Transaction
from syncd.errors import RevisionError
from syncd.model import (
    ColumnsChanged,
    Model,
    RootAdded,
    RootRemoved,
    TitleChanged,
    models_in,
)
from syncd.model.dressing import claim
from syncd.model.owner import WHOLE
from syncd.models.callbacks import DocumentEvents


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from syncd.aliases import Callback
    from syncd.model import ModelChange
    from syncd.themes import Theme

__all__ = ["DEFAULT_TITLE", "Document"]

_log = logging.getLogger("syncd.document")

DEFAULT_TITLE = "DocSync application"
"""The title of a document that has none of its own."""


class Document(Selecting, Listening, Scheduling, Holding, Serializing):
    """The models reachable from its roots, and what happens to them.

    A session makes one for each page; application code gets it with
    ``curdoc()``. Changes are grouped into transactions, each of which raises
    the revision by one and is handed to the session.

    Args:
        theme: The looks of models that say nothing else, or the name of a theme.
        title: The title of the page.
        epoch: The name of this life of the document; revisions of different
            epochs cannot be compared.
        max_models: The largest number of models that may belong to it.
    """

    def __init__(
        self,
        *,
        theme: Any = None,
        title: str = DEFAULT_TITLE,
        epoch: str = "",
        max_models: int = 100_000,
    ) -> None:
        self.epoch = epoch
        self.revision = 0
        self.session_context: Any = None
        self.template_variables: dict[str, Any] = {}
        self.callbacks = CallbackRegistry()
        self.guard: Callable[..., None] | None = None
        self.on_commit: Callable[[Transaction], None] | None = None
        self.on_awaitable: Callable[[Any], object] | None = None
        self.on_unlocked: Callable[[Callback, tuple[Any, ...]], object] | None = None
        self._title = DEFAULT_TITLE
        self._template: Any = None
        self._theming: Theming | None = None
        self._session_destroyed: list[Callback] = []
        self._roots: dict[int, Model] = {}
        self._membership = Membership(max_models)
        self._transaction: Transaction | None = None
        self.held: Hold | None = None
        """What is held back, if anything; see `hold`."""
        self._building = False
        self._relinked: dict[int, Model] = {}
        self._unrooted: dict[int, Model] = {}
        self._reached: set[int] | None = None
        self._event_callbacks: dict[Any, list[Callback]] = {}
        self._change_callbacks: dict[Callback, Callback] | None = None
        self._config: DocumentConfig | None = None
        self._events: DocumentEvents | None = None
        if title is not DEFAULT_TITLE or theme is not None:
            self.build(lambda: self._begin_with(title, theme))

    def _begin_with(self, title: str, theme: Any) -> None:
        self.title = title
        if theme is not None:
            self.theme = theme

    def __repr__(self) -> str:
        return (
            f"Document({self._title!r}, {len(self.models)} models,"
            f" revision {self.revision})"
        )

    # What it holds

    @property
    def roots(self) -> list[Model]:
        """The models that were added to the document, as a copy."""
        return list(self._roots.values())

    def is_root(self, model: Model) -> bool:
        """Tell whether the model is a root."""
        return id(model) in self._roots

    @property
    def models(self) -> Mapping[int, Model]:
        """All models by id, in the order they joined."""
        return self._membership.models

    @property
    def title(self) -> str:
        """The text of the browser's tab, on pages that syncd serves itself."""
        return self._title

    @title.setter
    def title(self, title: Any) -> None:
        if not isinstance(title, str):
            message = f"the title of a document is a string, got {title!r}"
            raise ValueError(message)  # noqa: TRY004  # as Bokeh's authors expect
        self.check_writer("the title was set")
        if title == self._title:
            return
        with self._recording():
            self._title = title
            self._record(TitleChanged(title))

    @property
    def template(self) -> Any:
        """The Jinja2 template of the page, ``None`` for the usual one."""
        return self._template

    @template.setter
    def template(self, template: Any) -> None:
        if not (template is None or isinstance(template, str)) and not callable(
            getattr(template, "render", None)
        ):
            message = f"a template is a Jinja2 template or a string, got {template!r}"
            raise ValueError(message)
        self._template = template

    @property
    def theme(self) -> Theme:
        """The looks of models that say nothing else; a theme or a name of one."""
        return Theming.usual if self._theming is None else self._theming.theme

    @theme.setter
    def theme(self, theme: Any) -> None:
        chosen = Theming.choose(theme)
        self.check_writer("the theme was set")
        if self._theming is None:
            self._theming = Theming()
        with self._recording():
            # A callback may let others join or leave.
            self._theming.change(
                chosen, [*self.models.values()], self.record, self.announce
            )

    @property
    def config(self) -> DocumentConfig:
        """How pages behave that show the document, as scripts for Bokeh set it."""
        if self._config is None:
            self._config = DocumentConfig()
        return self._config

    def add_root(self, model: Any) -> None:
        """Show a model, with all that it refers to; again is a no-op.

        Raises:
            OwnershipError: It, or what it refers to, is in another document.
        """
        if not isinstance(model, Model):
            message = f"a root must be a model, got {model!r}"
            raise ValueError(message)  # noqa: TRY004
        self.check_writer("a root was added")
        if id(model) in self._roots:
            return
        strangers = self._membership.strangers(self, [model])
        with self._recording():
            self._roots[id(model)] = model
            self._adopt(strangers)
            self._record(RootAdded(model, len(self._roots) - 1))

    def remove_root(self, model: Model) -> None:
        """Show a model no longer; a model that is no root is left alone."""
        self.check_writer("a root was removed")
        if not self.is_root(model):
            return
        with self._recording():
            del self._roots[id(model)]
            self._unrooted[id(model)] = model
            self._reached = None
            self._record(RootRemoved(model))

    def clear(self) -> None:
        """Remove all roots."""
        with self.transact():
            for root in self.roots:
                self.remove_root(root)

    def validate(self) -> None:
        """Log obvious mistakes: empty layouts and figures, columns that are not there."""
        from syncd.models.checks import mistakes  # noqa: PLC0415  # of all models

        for mistake in mistakes(self.models.values()):
            _log.warning("%s", mistake)

    # Transactions

    @property
    def in_transaction(self) -> bool:
        """Whether changes are being made that have not been handed on."""
        return self._transaction is not None and bool(self._transaction)

    def transact(self, origin: Any = None) -> AbstractContextManager[Transaction]:
        """Group all changes of the block; an inner block joins the outer one.

        Changes made before an exception are kept, and handed on.
        """
        return _Block(self, origin)

    def begin(self, origin: Any = None) -> bool:
        """Begin a transaction; false if one is under way, which goes on.

        Whoever has begun one must `commit` it.
        """
        if self._transaction is not None:
            return False
        kept = None if self.held is None else self.held.transaction
        self._transaction = Transaction(origin) if kept is None else kept
        return True

    def build(self, function: Callable[[], None]) -> None:
        """Run what makes the document; it leaves revision 0 behind."""
        self._building = True
        try:
            function()
        finally:
            self._building = False
            if self._relinked or self._unrooted:
                self._membership.sweep(self._kept)
                self._relinked, self._unrooted = {}, {}

    def flush(self) -> None:
        """Hand on what a long callback has changed so far."""
        self.check_writer("flush was called")
        self.hand_on()

    def hand_on(self) -> None:
        """Do as `flush` says, whoever asks: the session does while it waits."""
        transaction = self._transaction
        if transaction is not None and not self._building and self.held is None:
            transaction.final = False
            self.commit()
            self._transaction = Transaction(transaction.origin)

    def commit(self) -> None:
        """End the transaction, and hand on what has changed."""
        if self.held is not None:
            keep(self, self.held)
            return
        transaction = self._transaction
        try:
            if transaction is not None and transaction:
                if transaction.added or self._relinked or self._unrooted:
                    transaction.removed = [
                        number
                        for number in self._sweep([*transaction.added.values()])
                        if transaction.added.pop(number, None) is None
                    ]
                self.revision += 1
                transaction.settle(self.revision)
                self._check_lengths(transaction)
        finally:
            self._transaction = None
        if transaction is None or not transaction.revision:
            return
        if self.on_commit is not None:
            self.on_commit(transaction)

    def _sweep(self, joined: list[Model]) -> list[int]:
        """Let unreachable models go; return their ids."""
        changed, unrooted = self._relinked, self._unrooted
        self._reached = None
        if not changed and not unrooted:
            self._membership.note(joined)
            return []
        self._relinked, self._unrooted = {}, {}
        gone = self._membership.sweep_changed(
            self._kept, changed.values(), unrooted.values(), joined
        )
        return [model._id for model in gone]  # type: ignore[misc]

    @property
    def _kept(self) -> list[Model]:
        """The models that are members even if no other refers to them."""
        roots = self.roots
        return roots if self._events is None else [*roots, self._events]

    def _check_lengths(self, transaction: Transaction) -> None:
        """Log sources that item-wise edits left with unequal columns."""
        for change in transaction.changes:
            if type(change) is ColumnsChanged:
                columns = getattr(change.model, change.field)
                if len(set(map(len, columns.values()))) > 1:
                    _log.warning(
                        "%r has columns of unequal length %s, the shortest is drawn",
                        change.model,
                        {name: len(column) for name, column in columns.items()},
                    )

    # What models tell it (syncd.model.owner)

    def check_writer(self, action: str) -> None:
        """Raise unless the caller may change the document now."""
        if self.guard is not None:
            self.guard(action)

    def check_adoptable(
        self,
        model: Model | None,  # noqa: ARG002
        value: Any,
        seen: dict[int, Model] | None = None,
    ) -> None:
        """Raise if a value holds models that cannot join this document.

        ``seen`` are those that are to join before, by their identities, and then
        those that are found; whoever checks many values looks at each model once.
        """
        self._membership.strangers(self, models_in(value), seen)

    def record(
        self,
        change: ModelChange,
        *,
        refers: bool,
        brought: Any = WHOLE,
        themed: bool = False,
    ) -> None:
        """Take note of a change of a model that has been made, and tell of it.

        One that the theme has made is announced when all of them are made.
        """
        transaction = self._transaction
        if transaction is None and not self._building:
            with self.transact():
                self.record(change, refers=refers, brought=brought)
            return
        if self._theming is not None and not themed:
            claim(change.model, change.field)
        if refers:
            self.relinked(change.model)
            if brought is WHOLE:
                brought = getattr(change.model, change.field, None)
            self._adopt(self._membership.strangers(self, models_in(brought)))
        if transaction is not None:
            transaction.add_model_change(change)
        if self._change_callbacks is not None and not themed:
            self.announce(change)

    def claim(self, model: Model, name: str) -> None:
        """Take note that a field was set to the value that it has."""
        if self._theming is not None:
            claim(model, name)

    def relinked(self, model: Model) -> None:
        """Look next time whether a model refers to others than before."""
        self._relinked[id(model)] = model
        self._reached = None

    def _recording(self) -> AbstractContextManager[Any]:
        """Make a transaction of its own for a change outside of any."""
        return nullcontext() if self._building else self.transact()

    def _record(self, change: RootAdded | RootRemoved | TitleChanged) -> None:
        if self._transaction is not None:
            self._transaction.add(change)
        self.announce(change)

    def _adopt(self, strangers: list[Model]) -> None:
        """Let models join, and note them as new."""
        self._reached = None
        if self._theming is not None:
            self._theming.dress(strangers)
        self._membership.join(self, strangers)
        if self._transaction is not None:
            for model in strangers:
                self._transaction.added[model._id] = model  # type: ignore[index]

    def _told_events(self) -> DocumentEvents:
        """Return the model that tells browsers of callbacks, made when needed."""
        if self._events is None:
            self.check_writer("a callback of the document was added")
            events = DocumentEvents()
            strangers = self._membership.strangers(self, [events])
            with self._recording():
                self._events = events
                self._adopt(strangers)
        return self._events

    # A mirror of a document elsewhere

    def restore(
        self,
        models: Mapping[int, Model],
        roots: list[Model],
        *,
        title: str,
        epoch: str,
        revision: int,
    ) -> None:
        """Become a copy of a document that lives elsewhere, ids included."""
        if revision < 0:
            raise RevisionError(revision, revision)
        for number, model in models.items():
            self._membership.assign(self, model, number)
            if isinstance(model, DocumentEvents):
                self._events = model
        self._roots = {id(root): root for root in roots}
        self._reached = None
        self._title, self.epoch, self.revision = title, epoch, revision

    def reserve_id(self, model: Model) -> int:
        """Return the id that a model will have when it joins."""
        return self._membership.reserve(model)

    def renumber(self, numbers: Mapping[int, int]) -> None:
        """Give models other ids, from old to new; a copy's server decides."""
        self._membership.renumber(self, numbers)

    # The end

    def destroy(self) -> None:
        """Let go of everything, so that reference counting frees it all."""
        self.callbacks.close()
        self.on_commit = self.guard = self.on_awaitable = self.on_unlocked = None
        for model in list(self.models.values()):
            model.release()
        self._membership.clear()
        self._relinked.clear()
        self._unrooted.clear()
        self._roots.clear()
        self._event_callbacks.clear()
        self._change_callbacks = self._events = None
        self._transaction = self.held = None


class _Block:
    """What `Document.transact` returns."""

    __slots__ = ("_document", "_origin", "_outermost")

    def __init__(self, document: Document, origin: Any) -> None:
        self._document = document
        self._origin = origin
        self._outermost = False

    def __enter__(self) -> Transaction:
        document = self._document
        self._outermost = document.begin(self._origin)
        assert document._transaction is not None
        return document._transaction

    def __exit__(self, *_: object) -> None:
        if self._outermost:
            self._document.commit()
