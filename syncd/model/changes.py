"""The closed family of changes that a document can undergo.

A change names what changed. Values of whole fields and whole columns are not
kept in it: they are read from the model when the transaction ends, so that
two sets of one field leave as the last one. Rows that were appended or
patched travel with the change, since only they are sent.

They are structs, which are made in C: most of what happens makes one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from msgspec import Struct


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from syncd.model.model import Model

__all__ = [
    "Change",
    "ColumnsChanged",
    "ColumnsPatched",
    "ColumnsStreamed",
    "FieldChanged",
    "ModelChange",
    "RootAdded",
    "RootRemoved",
    "TitleChanged",
]


class FieldChanged(Struct, frozen=True, eq=False):
    """A field has another value."""

    kind: ClassVar[str] = "field_changed"
    model: Model
    field: str


class ColumnsChanged(Struct, frozen=True, eq=False):
    """Some columns were replaced or added as wholes; the others stay."""

    kind: ClassVar[str] = "columns_changed"
    model: Model
    field: str
    columns: tuple[str, ...]


class ColumnsStreamed(Struct, frozen=True, eq=False):
    """Rows were appended to every column.

    ``rollover`` is the number of rows kept afterwards, the last ones.
    """

    kind: ClassVar[str] = "columns_streamed"
    model: Model
    field: str
    columns: Mapping[str, Any]
    rollover: int | None


class ColumnsPatched(Struct, frozen=True, eq=False):
    """Single rows or slices of rows got other values.

    ``patches`` maps a column to pairs of an index (``int`` or ``slice``) and
    a value, or as many values as the slice has rows. The index may be a tuple
    of a row and an index or slice for each dimension of what is in it.
    """

    kind: ClassVar[str] = "columns_patched"
    model: Model
    field: str
    patches: Mapping[str, Sequence[tuple[Any, Any]]]


class RootAdded(Struct, frozen=True, eq=False):
    """A model became a root, at this index."""

    kind: ClassVar[str] = "root_added"
    model: Model
    index: int


class RootRemoved(Struct, frozen=True, eq=False):
    """A model is no root any more."""

    kind: ClassVar[str] = "root_removed"
    model: Model


class TitleChanged(Struct, frozen=True, eq=False):
    """The document has another title."""

    kind: ClassVar[str] = "title_changed"
    title: str


ModelChange: TypeAlias = (
    FieldChanged | ColumnsChanged | ColumnsStreamed | ColumnsPatched
)
"""A change of one field of one model."""

Change: TypeAlias = ModelChange | RootAdded | RootRemoved | TitleChanged
"""Any change of a document."""
