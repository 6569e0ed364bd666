"""Class bodies of models, read as declarations of fields."""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING, Any, get_type_hints

from syncd.model.annotations import compile_annotation
from syncd.model.field import Default, Field


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.model.kinds import Kind
    from syncd.model.model import Model

__all__ = [
    "check_redefined",
    "declared_fields",
    "declared_kind",
    "refines_vocabulary",
]

_CLASS_VARIABLE = "ClassVar"


def declared_fields(cls: type[Model]) -> dict[str, Field]:
    """Make descriptors of the fields that a class body declares.

    An annotation with a default is one, and so is a property of
    `syncd.core.properties`. A plain value under the name of a field is another
    default of it.
    """
    declared: dict[str, Field] = {}
    for name, annotation in inspect.get_annotations(cls).items():
        if name[:1] == "_" or _CLASS_VARIABLE in str(annotation):
            continue
        if name not in cls.__dict__:
            message = f"field {cls.__name__}.{name} needs a default"
            raise TypeError(message)
        declared[name] = Field(name, cls, cls.__dict__[name])
    for name, value in list(cls.__dict__.items()):
        if name not in declared and _declares(cls, name, value):
            declared[name] = Field(name, cls, _made(value))
    for name, descriptor in declared.items():
        setattr(cls, name, descriptor)
    return declared


def refines_vocabulary(cls: type[Model]) -> bool:
    """Tell whether an application has derived a class from one that browsers draw.

    Browsers take its models for such of that class.
    """
    return not _is_ours(cls.__module__) and any(
        _is_drawn(base.__module__) for base in cls.__mro__[1:]
    )


def check_redefined(
    cls: type[Model], declared: Mapping[str, Field]
) -> Mapping[str, Field]:
    """Return the fields that have other defaults.

    Raises:
        TypeError: Others are declared, which no browser would know.
    """
    own = [name for name in declared if name not in cls.fields()]
    if own:
        message = (
            f"{cls.__name__}.{own[0]} is a field that browsers do not know in a"
            f" {cls.type_name}; keep it in a DataModel, or as an attribute with a name"
            " that begins with _"
        )
        raise TypeError(message)
    return declared


def _is_ours(module: str) -> bool:
    return module.startswith("syncd.")


def _is_drawn(module: str) -> bool:
    return module.startswith(("syncd.models.", "syncd.plotting."))


def _declares(cls: type[Model], name: str, value: Any) -> bool:
    """Tell whether a name without an annotation is a field."""
    known = name in cls.fields()
    default = _made(value)
    if not isinstance(default, Default):
        return known and not (callable(value) or isinstance(value, Field | property))
    if default.kind is None and not known:
        message = f"{cls.__name__}.{name} is no field that a base has"
        raise TypeError(message)
    return True


def _made(value: Any) -> Any:
    """Return a property that was only named."""
    if isinstance(value, type) and issubclass(value, Default):
        return value()  # type: ignore[call-arg]  # it has a default by itself
    return value


def declared_kind(owner: type, name: str, model_class: type[Model]) -> Kind | None:
    """Return what a field takes, if the class is where that was said.

    Args:
        owner: The class.
        name: The name of the field.
        model_class: The root of all model classes.
    """
    if name in inspect.get_annotations(owner):
        return _compile(owner, name, model_class)
    try:
        # The field itself would look for it here.
        kind: Kind = object.__getattribute__(vars(owner).get(name), "kind")
    except AttributeError:
        return None
    return kind


def _compile(owner: type, name: str, model_class: type[Model]) -> Kind:
    """Compile one annotation of a class, evaluated in its module."""
    namespace = vars(sys.modules.get(owner.__module__, object()))
    holder = type(
        owner.__name__,
        (),
        {
            "__annotations__": {name: inspect.get_annotations(owner)[name]},
            "__module__": owner.__module__,
        },
    )
    local = {owner.__name__: owner}
    hints = get_type_hints(holder, dict(namespace), local, include_extras=True)
    return compile_annotation(hints[name], model_class)
