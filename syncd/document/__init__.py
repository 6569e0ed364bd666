"""Documents: models with a revision, changed in transactions."""

from __future__ import annotations

from syncd.document.callbacks import SessionCallback as SessionCallback
from syncd.document.current import curdoc as curdoc
from syncd.document.current import current as current
from syncd.document.current import make_current as make_current
from syncd.document.current import restore_current as restore_current
from syncd.document.current import running_document as running_document
from syncd.document.document import DEFAULT_TITLE as DEFAULT_TITLE
from syncd.document.document import Document as Document
from syncd.document.holding import Hold as Hold
from syncd.document.locking import UnlockedDocumentProxy as UnlockedDocumentProxy
from syncd.document.locking import without_document_lock as without_document_lock
from syncd.document.transaction import Transaction as Transaction
