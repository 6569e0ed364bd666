"""What applications ask of models in general, under Bokeh's names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.errors import UnknownModelError
from syncd.model.referring import models_in
from syncd.model.reflection import reachable
from syncd.model.registry import lookup


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.model.model import Model

__all__ = ["Qualified", "collect_filtered_models", "collect_models", "get_class"]


class Qualified:
    """Says that a class is known by its module as well.

    Here that makes no difference: of two classes of an application that have one name, each
    keeps its own fields.
    """

    __slots__ = ()


def collect_models(*values: Any) -> list[Model]:
    """Return the models in values, and all that these refer to, each of them once.

    Args:
        values: Models, or lists and dicts of them.
    """
    return reachable(models_in(values))


def collect_filtered_models(
    discard: Callable[[Model], bool] | None, *values: Any
) -> list[Model]:
    """Return the models in values, and all that these refer to, but for some.

    Args:
        discard: Tells whether a model is left out, and with it what only it refers to;
            ``None`` leaves out none.
        values: Models, or lists and dicts of them.
    """
    if discard is None:
        return collect_models(*values)
    found: dict[int, Model] = {}
    waiting = models_in(values)
    waiting.reverse()
    while waiting:
        model = waiting.pop()
        if id(model) not in found and not discard(model):
            found[id(model)] = model
            waiting.extend(reversed([*model.held()]))
    return [*found.values()]


def get_class(name: str) -> type[Model]:
    """Return the class of models of a name.

    Raises:
        KeyError: There is none.
    """
    try:
        return lookup(name)
    except UnknownModelError as error:
        raise KeyError(str(error)) from error
