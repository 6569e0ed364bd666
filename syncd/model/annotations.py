"""Annotations of fields, compiled into kinds."""

from __future__ import annotations

import datetime as dt
import types
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from syncd.model.kinds import (
    AnyKind,
    BoolKind,
    DatetimeKind,
    DictKind,
    EnumKind,
    FloatKind,
    IntKind,
    Kind,
    ListKind,
    ModelKind,
    NoneKind,
    StrKind,
    TupleKind,
    UnionKind,
)


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.model.model import Model

__all__ = ["compile_annotation"]

_PLAIN: dict[Any, Callable[[], Kind]] = {
    Any: AnyKind,
    object: AnyKind,
    None: NoneKind,
    type(None): NoneKind,
    bool: BoolKind,
    int: IntKind,
    float: FloatKind,
    str: StrKind,
    list: lambda: ListKind(AnyKind()),
    dict: lambda: DictKind(StrKind(), AnyKind()),
    dt.datetime: DatetimeKind,
    dt.date: DatetimeKind,
}


def compile_annotation(annotation: Any, model_class: type[Model]) -> Kind:
    """Return the kind that an annotation stands for.

    Args:
        annotation: An evaluated annotation; ``Annotated[…, kind]`` names the
            kind itself.
        model_class: The root of all model classes.

    Raises:
        TypeError: The annotation means nothing to us.
    """
    try:
        plain = _PLAIN.get(annotation)
    except TypeError:
        plain = None
    if plain is not None:
        return plain()
    origin = get_origin(annotation)
    if origin is not None:
        return _compile_generic(annotation, origin, model_class)
    if isinstance(annotation, type) and issubclass(annotation, model_class):
        return ModelKind(annotation)
    raise _unknown(annotation)


def _compile_generic(annotation: Any, origin: Any, model_class: type[Model]) -> Kind:
    args = get_args(annotation)
    if origin is Literal:
        return EnumKind(args)
    if origin is Annotated:
        named = [extra for extra in args[1:] if isinstance(extra, Kind)]
        return named[0] if named else compile_annotation(args[0], model_class)
    kinds = [
        compile_annotation(arg, model_class) for arg in args if arg is not Ellipsis
    ]
    return _compile_container(annotation, origin, kinds, variadic=Ellipsis in args)


def _compile_container(
    annotation: Any, origin: Any, kinds: list[Kind], *, variadic: bool
) -> Kind:
    if origin is Union or origin is types.UnionType:
        return UnionKind(kinds)
    if origin is list:
        return ListKind(kinds[0])
    if origin is dict:
        return DictKind(kinds[0], kinds[1])
    if origin is tuple:
        return ListKind(kinds[0]) if variadic else TupleKind(kinds)
    raise _unknown(annotation)


def _unknown(annotation: Any) -> TypeError:
    return TypeError(f"no kind of field is known for the annotation {annotation!r}")
