"""Fields whose models are made when somebody reads them: hardly any model needs one."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from syncd.errors import DocumentError
from syncd.model import Model


__all__ = ["make_when_read"]


def make_when_read(cls: type[Model], name: str, make: Callable[[Any], Model]) -> None:
    """Let a field of a class hold a model as soon as somebody asks for it.

    Unlike a field with a ``default_factory``, it is its default on the wire until then.

    Args:
        cls: The class.
        name: The field, whose default says that there is no model yet.
        make: Called with each model of the class that is asked.
    """
    item = cls.fields()[name]
    absent = item.default

    def read(model: Model) -> Any:
        value = item.__get__(model)
        if value == absent:
            value = make(model)
            # Whoever may not change the document may look all the same.
            with suppress(DocumentError):
                item.__set__(model, value)
        return value

    setattr(cls, name, property(read, item.__set__))
