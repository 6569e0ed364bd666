"""Fields that read as what nobody has set: models that hardly anybody needs, and sizes of views."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from syncd.errors import DocumentError
from syncd.model import Model


__all__ = ["make_when_read", "read_untouched_as"]


def make_when_read(
    cls: type[Model],
    name: str,
    make: Callable[[Any, Any], Model],
    *,
    stands_for_one: Callable[[Any], bool] | None = None,
) -> None:
    """Let a field of a class hold a model as soon as somebody asks for it.

    Unlike a field with a ``default_factory``, it is what it was on the wire until then.

    Args:
        cls: The class.
        name: The field.
        make: Called with each model of the class that is asked, and what its field has.
        stands_for_one: Tells what says that there is no model yet; by itself the default.
    """
    item = cls.fields()[name]

    def is_default(value: Any) -> bool:
        return bool(value == item.default)

    stands = stands_for_one or is_default

    def read(model: Model) -> Any:
        value = item.__get__(model)
        if stands(value):
            value = make(model, value)
            # Whoever may not change the document may look all the same.
            with suppress(DocumentError):
                item.__set__(model, value)
        return value

    setattr(cls, name, property(read, item.__set__))


def read_untouched_as(cls: type[Model], name: str, value: Any) -> None:
    """Let a field of a class that nobody has set read as what views make of that.

    On the wire it is what it was, and so it is once somebody has set it.

    Args:
        cls: The class; to be called before others are derived from it.
        name: The field.
        value: What is read.
    """
    item = cls.fields()[name]

    def read(model: Model) -> Any:
        held = model.properties_with_values(include_defaults=False)
        return item.__get__(model) if name in held else value

    setattr(cls, name, property(read, item.__set__, item.__delete__))
