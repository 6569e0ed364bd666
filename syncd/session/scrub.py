# ruff: noqa: SLF001  # what cannot be told is taken out of models behind their back
"""Values that no message can hold, taken out so that the rest can be told.

Fields that take anything, and columns, are encoded when a transaction ends.
By then it is too late to refuse: a value without a wire form goes back to the
field's default, or to ``None`` in a column, and the application's log says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.errors import LocalProtocolError
from syncd.model import ColumnDict, FieldChanged
from syncd.protocol import SetField, encode_change


if TYPE_CHECKING:
    from collections.abc import Iterable

    from syncd.model import Model

__all__ = ["scrub"]


def scrub(models: Iterable[Model]) -> list[LocalProtocolError]:
    """Take out what cannot be encoded; return an error for each field."""
    found: list[LocalProtocolError] = []
    for model in models:
        for name in list(model._values):
            try:
                encode_change(FieldChanged(model, name))
            except LocalProtocolError as error:
                reason = f"{model.type}.{name} cannot be sent and was reset: {error}"
                found.append(LocalProtocolError(reason))
                _reset(model, name)
    return found


def _reset(model: Model, name: str) -> None:
    columns = model._values[name]
    if not isinstance(columns, ColumnDict):
        del model._values[name]
        if model.document is not None:
            model.document.relinked(model)
        return
    for key, column in columns.items():
        if not _tellable(column):
            cleaned = [item if _tellable(item) else None for item in column]
            dict.__setitem__(columns, key, cleaned)


def _tellable(value: Any) -> bool:
    try:
        encode_change(SetField(model=1, field="value", value=value))
    except LocalProtocolError:
        return False
    return True
