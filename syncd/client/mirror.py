"""Snapshots as local documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import syncd.models  # noqa: F401 - the classes that snapshots are made of
from syncd.document import Document
from syncd.document.restoring import make_models


if TYPE_CHECKING:
    from syncd.protocol import Snapshot

__all__ = ["restore"]


def restore(snapshot: Snapshot) -> Document:
    """Return a document that is a copy of the one in a snapshot.

    Models of types that this process does not know, or knows with other
    fields, are opaque: they keep what they came with.

    Raises:
        LookupError: The snapshot refers to a model that is not in it.
    """
    models = make_models(snapshot)
    document = Document(max_models=max(len(models) * 2, 100_000))
    document.restore(
        models,
        [models[number] for number in snapshot.roots],
        title=snapshot.title,
        epoch=snapshot.epoch,
        revision=snapshot.revision,
    )
    return document
