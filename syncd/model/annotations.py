"""Annotations of fields, compiled into kinds."""

from __future__ import annotations

import datetime as dt
import types
from typing import Annotated
from typing import Any
from typing import ForwardRef
from typing import Literal
from typing import Union
from typing import get_args
from typing import get_origin

from syncd.model.kinds import AnyKind
from syncd.model.kinds import BoolKind
from syncd.model.kinds import DatetimeKind
from syncd.model.kinds import DictKind
from syncd.model.kinds import EnumKind
from syncd.model.kinds import FloatKind
from syncd.model.kinds import IntKind
from syncd.model.kinds import Kind
from syncd.model.kinds import ListKind
from syncd.model.kinds import ModelKind
from syncd.model.kinds import NoneKind
from syncd.model.kinds import StrKind
from syncd.model.kinds import TupleKind
from syncd.model.kinds import UnionKind


__all__ = ["compile_annotation"]

_PLAIN: dict[Any, type[Kind]] = {
    Any: AnyKind,
    object: AnyKind,
    None: NoneKind,
    type(None): NoneKind,
    bool: BoolKind,
    int: IntKind,
    float: FloatKind,
    str: StrKind,
    dt.datetime: DatetimeKind,
    dt.date: DatetimeKind,
}


def compile_annotation(annotation: Any, model_class: type) -> Kind:
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
    if annotation is list:
        return ListKind(AnyKind())
    if annotation is dict:
        return DictKind(StrKind(), AnyKind())
    if isinstance(annotation, type) and issubclass(annotation, model_class):
        return ModelKind(annotation)
    message = f"no kind of field is known for the annotation {annotation!r}"
    raise TypeError(message)


def _compile_generic(annotation: Any, origin: Any, model_class: type) -> Kind:
    args = get_args(annotation)
    if origin is Annotated:
        for extra in args[1:]:
            if isinstance(extra, Kind):
                return extra
        return compile_annotation(args[0], model_class)
    if origin is Literal:
        return EnumKind(args)
    kinds = [
        compile_annotation(arg, model_class)
        for arg in args
        if arg is not Ellipsis and not isinstance(arg, ForwardRef)
    ]
    if origin is Union or origin is types.UnionType:
        return UnionKind(kinds)
    if origin is list:
        return ListKind(kinds[0])
    if origin is dict:
        return DictKind(kinds[0], kinds[1])
    if origin is tuple:
        return ListKind(kinds[0]) if Ellipsis in args else TupleKind(kinds)
    message = f"no kind of field is known for the annotation {annotation!r}"
    raise TypeError(message)
