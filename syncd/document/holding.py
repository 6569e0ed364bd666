# ruff: noqa: SLF001  # the parts of a document are one mechanism
"""Changes that are made now, and told and followed up later."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Literal, cast

from syncd.document.events import ModelChangedEvent, event_of
from syncd.model import FieldChanged


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.document.callbacks import CallbackRegistry
    from syncd.document.document import Document
    from syncd.document.listening import Listening
    from syncd.document.transaction import Transaction
    from syncd.model import Change, Model

    HoldPolicy = Literal["combine", "collect"]

__all__ = ["Hold", "Holding"]

_log = logging.getLogger("syncd.document")

_POLICIES = ("combine", "collect")

_MAX_NOTICES = 100_000
"""Changes whose callbacks may be held back; what comes then is combined."""


class Hold:
    """What is held back.

    Args:
        policy: Whether changes of one field are followed up one by one.
    """

    __slots__ = ("_latest", "_notices", "policy", "transaction")

    def __init__(self, policy: HoldPolicy) -> None:
        self.policy = policy
        self.transaction: Transaction | None = None
        """What has been changed since, and not been told."""
        self._notices: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []
        self._latest: dict[tuple[Any, ...], int] = {}

    def note(self, model: Model, attr: str, old: Any, new: Any) -> None:
        """Keep the callbacks of a change of a field for later."""
        combine = self.policy == "combine"
        self._note((id(model), attr), model.notify, (attr, old, new), combine=combine)

    def keep(self, document: Listening, change: Change) -> None:
        """Keep the callbacks that are told of all changes for later."""
        key = (
            type(change),
            id(getattr(change, "model", None)),
            getattr(change, "field", None),
        )
        if type(change) is not FieldChanged:
            self._note(key, document.announce, (change,), combine=False)
            return
        # What the field holds now, whatever it holds when this is told.
        event = event_of(cast("Document", document), change)
        self._note(key, document.tell, (event,), combine=self.policy == "combine")

    def _note(
        self,
        key: tuple[Any, ...],
        call: Callable[..., Any],
        args: tuple[Any, ...],
        *,
        combine: bool,
    ) -> None:
        place = self._latest.get(key)
        combine = combine or len(self._notices) >= _MAX_NOTICES
        if combine and place is not None:
            self._notices[place] = (call, args)
            return
        self._latest[key] = len(self._notices)
        self._notices.append((call, args))

    def replay(
        self,
        failed: Callable[[BaseException], object] | None = None,
        *,
        latest: bool = False,
    ) -> None:
        """Call back now.

        Args:
            failed: What is told of exceptions; without it the first one is raised
                when all have been called.
            latest: Whether to leave out fields that a callback has set anew
                meanwhile: that has been told, and what came before is too late.
        """
        raised: BaseException | None = None
        stored = [_stored(*notice) if latest else None for notice in self._notices]
        for (call, args), value in zip(self._notices, stored, strict=True):
            if latest and _stored(call, args) is not value:
                continue
            try:
                call(*args)
            except BaseException as error:  # noqa: BLE001  # whatever callbacks raise
                if failed is not None:
                    failed(error)
                else:
                    raised = raised or error
        if raised is not None:
            raise raised


def _stored(call: Callable[..., Any], args: tuple[Any, ...]) -> Any:
    """Return what the field holds that a notice is of; ``None`` if it is of none."""
    if len(args) > 1:
        model, name = call.__self__, args[0]  # type: ignore[attr-defined]
    elif type(args[0]) is ModelChangedEvent:
        model, name = args[0].model, args[0].attr
    else:
        return None
    return model._values.get(name)


class Holding:
    """The part of a document that can hold changes back."""

    if TYPE_CHECKING:
        held: Hold | None
        callbacks: CallbackRegistry
        _transaction: Transaction | None
        _building: bool

        def check_writer(self, action: str) -> None:  # noqa: D102  # see there
            ...

        def hand_on(self) -> None:  # noqa: D102  # likewise
            ...

        def commit(self) -> None:  # noqa: D102
            ...

    def hold(self, policy: HoldPolicy = "combine") -> None:
        """Hold back what changes lead to, until `unhold`.

        Fields have their new values at once. Until then no browser is told of
        them and none of their ``on_change`` callbacks is called. Callbacks for
        events, such as clicks, and those that time sets off run as ever. A page
        that is opened meanwhile shows the new values, and with it all others.

        Args:
            policy: ``"combine"`` calls back once for each field that has changed,
                with its last change; ``"collect"`` once for each change.

        Raises:
            ValueError: There is no such policy.
        """
        self.check_writer("hold was called")
        if policy not in _POLICIES:
            message = f"unknown hold policy {policy!r}, expected one of {_POLICIES}"
            raise ValueError(message)
        if self.held is None:
            self.held = Hold(policy)
            self.callbacks.hold_value = policy
        elif self.held.policy != policy:
            _log.warning(
                "hold(%r) is ignored: %r is in effect until unhold()",
                policy,
                self.held.policy,
            )

    def unhold(self) -> None:
        """Tell browsers what was held back, and call back; no-op if nothing is held.

        Raises:
            BaseException: What the first callback that failed has raised; all
                have been called.
        """
        self.check_writer("unhold was called")
        held, self.held = self.held, None
        if held is None:
            return
        self.callbacks.hold_value = None
        if self._transaction is not None or self._building:
            held.replay()
            return
        self._transaction = held.transaction
        try:
            held.replay()
        finally:
            self.commit()

    def tell_held(self) -> None:
        """Tell browsers what was held back, and go on holding back callbacks.

        For those who are going to look at the document from outside: what they
        find must not be told to them once more.
        """
        held, self.held = self.held, None
        if held is None:
            return
        try:
            if self._transaction is not None:
                self.hand_on()
            else:
                self._transaction = held.transaction
                self.commit()
        finally:
            held.transaction = None
            self.held = held


def keep(document: Document, held: Hold) -> None:
    """Put a transaction that has ended aside."""
    transaction, document._transaction = document._transaction, None
    if transaction is None or not transaction:
        return
    transaction.origin = None
    transaction.join_rows()
    held.transaction = transaction
