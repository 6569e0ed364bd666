"""The exceptions of DocSync, in one tree.

::

    DocSyncError
    ├── ConfigError                    (ValueError)   setting, value, expected
    │   └── UnavailableError                          instead
    ├── ModelError
    │   ├── FieldError                 (ValueError)   model, field, value, expected
    │   ├── UnknownFieldError          (AttributeError) model, field, nearest
    │   └── UnknownModelError          (LookupError)  name
    ├── DocumentError
    │   ├── OwnershipError             (RuntimeError) model
    │   ├── ForeignWriterError         (RuntimeError) action
    │   ├── UnlockedDocumentError      (AttributeError) name
    │   ├── DeadlockError              (RuntimeError) session, other
    │   ├── RowsError                  (ValueError)   model, reason, stale
    │   └── RevisionError              (ValueError)   revision, latest
    ├── ProtocolError                  abstract       close_code
    │   ├── LocalProtocolError                        we were asked to break the rules
    │   └── RemoteProtocolError                       the peer broke them
    │       ├── MalformedMessageError                 position, expected
    │       └── MessageTooLargeError                  size, limit
    ├── ClientError                                   url, cause
    │   ├── UnknownAppError, UnknownSessionError (LookupError)
    │   ├── RefusedError               (PermissionError)
    │   ├── RejectedError              (ValueError)   rejected
    │   ├── UnreachableError           (OSError)
    │   └── ClientTimeoutError         (TimeoutError)
    ├── AppError                                      app, cause
    ├── TokenError
    │   ├── BadTokenError
    │   └── ExpiredTokenError                         issued_at, max_age
    ├── LimitError                                    what, value, limit
    └── ConnectionClosedError                         code, reason, by

Attributes are the evidence and ``__str__`` is built from them. An exception
also inherits the builtin that callers would catch without knowing us.
"""

from __future__ import annotations

import reprlib
from itertools import islice
from traceback import TracebackException

from syncd.tracebacks import place_of


__all__ = [
    "AppError",
    "BadTokenError",
    "ClientError",
    "ClientTimeoutError",
    "ConfigError",
    "ConnectionClosedError",
    "DeadlockError",
    "DocSyncError",
    "DocumentError",
    "ExpiredTokenError",
    "FieldError",
    "ForeignWriterError",
    "LimitError",
    "LocalProtocolError",
    "MalformedMessageError",
    "MessageTooLargeError",
    "ModelError",
    "OwnershipError",
    "ProtocolError",
    "RefusedError",
    "RejectedError",
    "RemoteProtocolError",
    "RevisionError",
    "RowsError",
    "TokenError",
    "UnavailableError",
    "UnknownAppError",
    "UnknownFieldError",
    "UnknownModelError",
    "UnknownSessionError",
    "UnlockedDocumentError",
    "UnreachableError",
    "shown",
]

_LONGEST_VALUE = 120
"""Characters of a value that an error message shows before it is cut."""


class _Beginnings(reprlib.Repr):
    """Puts the beginning of a value in words, whatever else is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 3
        self.maxlist = self.maxtuple = self.maxdict = self.maxarray = 20
        self.maxset = self.maxfrozenset = self.maxdeque = 20
        self.maxlong = self.maxother = 2 * _LONGEST_VALUE

    def repr_str(self, x: str, level: int) -> str:
        del level
        return repr(x[:_LONGEST_VALUE])

    def repr_bytes(self, x: bytes, level: int) -> str:
        del level
        return repr(x[:_LONGEST_VALUE])

    def repr_dict(self, x: dict[object, object], level: int) -> str:
        few = dict(islice(x.items(), self.maxdict + 1))
        return super().repr_dict(few, level)  # which sorts them


_beginnings = _Beginnings()


def shown(value: object) -> str:
    """Return the value as error messages show it: its repr, cut.

    The rest is not looked at: a client may have sent millions of numbers.
    """
    text = _beginnings.repr(value)
    if "\n" in text:  # arrays and data frames
        text = " ".join(text.split())
    if len(text) <= _LONGEST_VALUE:
        return text
    return f"{text[: _LONGEST_VALUE - 1]}…"


class DocSyncError(Exception):
    """Raised when DocSync cannot do what it was asked; the root of all."""


class ConfigError(DocSyncError, ValueError):
    """Raised when a setting has a value that it does not take."""

    def __init__(self, setting: str, value: object, expected: str) -> None:
        self.setting = setting
        self.value = value
        self.expected = expected
        super().__init__(setting, value, expected)

    def __str__(self) -> str:
        return f"{self.setting} is {shown(self.value)}, expected {self.expected}"


class UnavailableError(ConfigError):
    """Raised when a setting asks for what there is not yet."""

    def __init__(self, setting: str, value: object, instead: str) -> None:
        self.instead = instead
        super().__init__(setting, value, instead)

    def __str__(self) -> str:
        return f"{self.setting} is not available yet; {self.instead}"


class ModelError(DocSyncError):
    """Raised when a model is used against its schema."""


class FieldError(ModelError, ValueError):
    """Raised when a field is given a value that it does not take."""

    def __init__(self, model: str, field: str, value: object, expected: str) -> None:
        self.model = model
        self.field = field
        self.value = value
        self.expected = expected
        super().__init__(model, field, value, expected)

    def __str__(self) -> str:
        return (
            f"{self.model}.{self.field} got {shown(self.value)},"
            f" expected {self.expected}"
        )


class UnknownFieldError(ModelError, AttributeError):
    """Raised when a model has no field of that name."""

    def __init__(self, model: str, field: str, nearest: str | None = None) -> None:
        self.model = model
        self.field = field
        self.nearest = nearest
        super().__init__(model, field, nearest)

    def __str__(self) -> str:
        hint = f"; did you mean {self.nearest!r}?" if self.nearest else ""
        return f"{self.model} has no field {self.field!r}{hint}"


class UnknownModelError(ModelError, LookupError):
    """Raised when no model class has that name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)

    def __str__(self) -> str:
        return f"no model type is called {shown(self.name)}"


class DocumentError(DocSyncError):
    """Raised when a document is used against its rules."""


class OwnershipError(DocumentError, RuntimeError):
    """Raised when a model of one document is put into another."""

    def __init__(self, model: str) -> None:
        self.model = model
        super().__init__(model)

    def __str__(self) -> str:
        return (
            f"{self.model} already belongs to another document; a model lives in"
            " one document only, make a new one for each session"
        )


class ForeignWriterError(DocumentError, RuntimeError):
    """Raised when a document is changed by other than its session's runner.

    Nothing has been changed. Schedule the change with
    ``doc.add_next_tick_callback(function)``, which is safe from any thread.
    """

    def __init__(self, action: str) -> None:
        self.action = action
        super().__init__(action)

    def __str__(self) -> str:
        return (
            f"{self.action} from outside the session's own callbacks; nothing was"
            " changed: use doc.add_next_tick_callback(), which is safe from any"
            " thread or greenlet"
        )


class UnlockedDocumentError(DocumentError, AttributeError):
    """Raised when a callback without the document's lock asks for more than that.

    Such a callback may only add and remove next-tick callbacks.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return (
            f"curdoc().{self.name} was used in a callback without the document's"
            " lock, which may only call add_next_tick_callback() and"
            " remove_next_tick_callback(): put what needs the document into a"
            " callback and hand that to add_next_tick_callback()"
        )


class DeadlockError(DocumentError, RuntimeError):
    """Raised when two sessions would wait for each other's turn for ever."""

    def __init__(self, session: str, other: str) -> None:
        self.session = session
        self.other = other
        super().__init__(session, other)

    def __str__(self) -> str:
        return (
            f"{self.session} cannot wait for the turn of {self.other}, which waits for"
            " that of the former: neither would ever go on. Leave it to"
            " doc.add_next_tick_callback(), or take @without_document_lock for the"
            " callback, which then waits without having a turn"
        )


class RowsError(DocumentError, ValueError):
    """Raised when rows cannot be appended or patched as asked.

    ``stale`` tells that the rows existed once, and were dropped or replaced.
    """

    def __init__(self, model: str, reason: str, *, stale: bool = False) -> None:
        self.model = model
        self.reason = reason
        self.stale = stale
        super().__init__(model, reason)

    def __str__(self) -> str:
        return f"{self.model}: {self.reason}"


class RevisionError(DocumentError, ValueError):
    """Raised when a revision is not one of the document's."""

    def __init__(self, revision: int, latest: int) -> None:
        self.revision = revision
        self.latest = latest
        super().__init__(revision, latest)

    def __str__(self) -> str:
        return f"revision {self.revision} is not between 0 and {self.latest}"


class ProtocolError(DocSyncError):
    """Raised when the protocol was broken; ``close_code`` answers it."""

    close_code = 1011


class LocalProtocolError(ProtocolError):
    """Raised when our own code asks to break the protocol."""


class RemoteProtocolError(ProtocolError):
    """Raised when the peer broke the protocol."""

    close_code = 4400

    def __init__(self, reason: str, *, close_code: int = 4400) -> None:
        self.reason = reason
        self.close_code = close_code
        super().__init__(reason)

    def __str__(self) -> str:
        return self.reason


class MalformedMessageError(RemoteProtocolError):
    """Raised when a message does not have the form it must have."""

    def __init__(
        self, expected: str, *, position: str = "", close_code: int = 4400
    ) -> None:
        self.expected = expected
        self.position = position
        where = f" at {position}" if position else ""
        super().__init__(f"malformed message{where}: {expected}", close_code=close_code)


class MessageTooLargeError(RemoteProtocolError):
    """Raised when a message is larger than the limit, both in bytes."""

    def __init__(self, size: int, limit: int) -> None:
        self.size = size
        self.limit = limit
        super().__init__(
            f"message of {size} bytes is over the limit of {limit}", close_code=1009
        )


class ClientError(DocSyncError):
    """Raised when a request to syncd's control API fails."""

    summary = "the request failed"

    def __init__(self, url: str, cause: object = None) -> None:
        self.url = url
        self.cause = cause
        super().__init__(url, cause)

    def __str__(self) -> str:
        why = f": {self.cause}" if self.cause else ""
        return f"{self.summary} ({self.url}){why}"


class UnknownAppError(ClientError, LookupError):
    """Raised when syncd serves no application of that name."""

    summary = "syncd serves no such application"


class UnknownSessionError(ClientError, LookupError):
    """Raised when no such session lives and none may be created."""

    summary = "no such session"


class RefusedError(ClientError, PermissionError):
    """Raised when syncd refuses: a wrong key, a bad or an expired id."""

    summary = "syncd refused the request"


class RejectedError(ClientError, ValueError):
    """Raised when syncd refuses the changes that were made in the block."""

    summary = "syncd rejected the changes"

    def __init__(
        self, url: str, cause: object = None, rejected: tuple[object, ...] = ()
    ) -> None:
        super().__init__(url, cause)
        self.rejected = rejected


class UnreachableError(ClientError, OSError):
    """Raised when syncd does not answer at all; is it running?"""

    summary = "cannot reach syncd; start it with 'syncd serve'"


class ClientTimeoutError(ClientError, TimeoutError):
    """Raised when syncd does not answer in time."""

    summary = "syncd did not answer in time"


class AppError(DocSyncError):
    """Raised when an application cannot build its document."""

    def __init__(self, app: str, cause: BaseException) -> None:
        self.app = app
        self.cause = cause
        super().__init__(app, cause)

    def __str__(self) -> str:
        return f"application {self.app!r} failed: {self.words}"

    @property
    def words(self) -> str:
        """What was raised: its type, and what it says."""
        # What applications raise may refuse to be put in words.
        words = str(TracebackException.from_exception(self.cause))
        return f"{type(self.cause).__name__}: {words}"

    @property
    def place(self) -> str | None:
        """The file and the line of the application at fault, if they are known."""
        return place_of(self.cause)


class TokenError(DocSyncError):
    """Raised when a session id or a resume key does not open a session."""


class BadTokenError(TokenError):
    """Raised when a token is forged, malformed, or for something else."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)

    def __str__(self) -> str:
        return self.reason


class ExpiredTokenError(TokenError):
    """Raised when a token is too old, or from the future; in seconds."""

    def __init__(self, issued_at: float, max_age: float) -> None:
        self.issued_at = issued_at
        self.max_age = max_age
        super().__init__(issued_at, max_age)

    def __str__(self) -> str:
        return (
            f"the session id was issued at {self.issued_at:.0f} and is valid for"
            f" {self.max_age:g} s; reload the page to get a new one"
        )


class LimitError(DocSyncError):
    """Raised when something would grow over its limit."""

    def __init__(self, what: str, value: float, limit: float) -> None:
        self.what = what
        self.value = value
        self.limit = limit
        super().__init__(what, value, limit)

    def __str__(self) -> str:
        return f"{self.what}: {self.value:g} is over the limit of {self.limit:g}"


class ConnectionClosedError(DocSyncError):
    """Raised when a connection ended; ``by`` is ``"us"`` or ``"peer"``."""

    def __init__(self, code: int, reason: str, by: str) -> None:
        self.code = code
        self.reason = reason
        self.by = by
        super().__init__(code, reason, by)

    def __str__(self) -> str:
        why = f": {self.reason}" if self.reason else ""
        return f"connection closed by {self.by} with {self.code}{why}"
