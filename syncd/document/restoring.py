"""Models made of what a snapshot holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.errors import FieldError, UnknownModelError
from syncd.model import Model, OpaqueModel, registry
from syncd.protocol import Reference


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.protocol import Snapshot

__all__ = ["make_models"]


class _MisfitError(Exception):
    """Raised when a class of this process does not take what a model has."""

    def __init__(self, type_name: str) -> None:
        self.type_name = type_name
        super().__init__(type_name)


def make_models(snapshot: Snapshot) -> dict[int, Model]:
    """Return the models of a snapshot by id.

    Models of types that this process does not know, or knows with other
    fields, are opaque: they keep what they came with.

    Raises:
        LookupError: The snapshot refers to a model that is not in it.
    """
    opaque: set[str] = set()
    while True:
        try:
            return _make_models(snapshot, opaque)
        except _MisfitError as misfit:
            # Others may refer to it already, so all is made anew.
            opaque.add(misfit.type_name)


def _make_models(snapshot: Snapshot, opaque: set[str]) -> dict[int, Model]:
    models = {new.id: _make(new.type, opaque) for new in snapshot.models}
    for new in snapshot.models:
        model = models[new.id]
        for name, value in new.fields.items():
            _put(model, name, _resolved(value, models))
    return models


def _make(type_name: str, opaque: set[str]) -> Model:
    if type_name not in opaque:
        try:
            return registry.lookup(type_name)()
        except UnknownModelError:
            pass
    return OpaqueModel(type_name)


def _put(model: Model, name: str, value: Any) -> None:
    """Set a field as it came, or raise if the class does not take it."""
    if model.opaque:
        setattr(model, name, value)
        return
    target = model.fields().get(name)
    if target is None:
        raise _MisfitError(model.type)
    try:
        target.__set__(model, value)
    except FieldError:
        raise _MisfitError(model.type) from None


def _resolved(value: Any, models: Mapping[int, Model]) -> Any:
    """Return a value with its references replaced by models."""
    if isinstance(value, Reference):
        return models[value.id]
    if type(value) is list:
        return [_resolved(item, models) for item in value]
    if type(value) is dict:
        return {key: _resolved(item, models) for key, item in value.items()}
    return value
