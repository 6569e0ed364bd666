"""Functions that are called again and again with the next value of a sequence.

Each driver decorates a function of one value, and returns one of none:

    @linear(m=0.5)
    def update(step):
        source.stream({"x": [step], "y": [step**2]})

    curdoc().add_periodic_callback(update, 50)

The first call passes the first value of the sequence, each further one the next.
"""

from __future__ import annotations

import math
from functools import update_wrapper
from itertools import chain, cycle
from itertools import count as _whole_numbers
from typing import TYPE_CHECKING, Any, TypeAlias


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["bounce", "cosine", "count", "force", "linear", "repeat", "sine"]

if TYPE_CHECKING:
    Driver: TypeAlias = Callable[[Callable[..., Any]], Callable[[], None]]


def bounce(sequence: Iterable[Any]) -> Driver:
    """Go through the values and back, again and again.

    Of ``[0, 1, 2]`` the calls get 0, 1, 2, 2, 1, 0, 0, 1, 2, …

    Args:
        sequence: The values, at least one.

    Raises:
        ValueError: There are no values.
    """
    values = _listed("bounce", sequence)
    return _driver(lambda: cycle(chain(values, reversed(values))))


def cosine(w: float, A: float = 1, phi: float = 0, offset: float = 0) -> Driver:  # noqa: N803  # the names of physics
    """Pass ``A * cos(w * i + phi) + offset`` to call number ``i``, from 0.

    Args:
        w: The angle in radians from one call to the next.
        A: The amplitude.
        phi: The angle of the first call, in radians.
        offset: What the values go around.
    """
    return _driver(
        lambda: (A * math.cos(w * i + phi) + offset for i in _whole_numbers())
    )


def count() -> Driver:
    """Pass 0, 1, 2, …"""  # noqa: D415  # it goes on
    return _driver(_whole_numbers)


def force(f: Callable[..., Any], sequence: Iterable[Any]) -> Callable[[], None]:
    """Return a function that calls another one with the next value each time.

    Args:
        f: The function, of one value.
        sequence: The values; it is advanced as they are needed, and may be
            endless. When none is left, calls do nothing.
    """
    values = iter(sequence)

    def advance() -> Any:
        for value in values:
            return f(value)
        return None

    # What takes no argument must not be said to take one.
    update_wrapper(advance, f, assigned=("__module__", "__name__", "__qualname__"))
    del advance.__wrapped__  # type: ignore[attr-defined]
    return advance


def linear(m: float = 1, b: float = 0) -> Driver:
    """Pass ``m * i + b`` to call number ``i``, from 0.

    Args:
        m: What is added from one call to the next.
        b: The first value.
    """
    return _driver(lambda: (m * i + b for i in _whole_numbers()))


def repeat(sequence: Iterable[Any]) -> Driver:
    """Go through the values again and again.

    Args:
        sequence: The values, at least one.

    Raises:
        ValueError: There are no values.
    """
    values = _listed("repeat", sequence)
    return _driver(lambda: cycle(values))


def sine(w: float, A: float = 1, phi: float = 0, offset: float = 0) -> Driver:  # noqa: N803  # the names of physics
    """Pass ``A * sin(w * i + phi) + offset`` to call number ``i``, from 0.

    Args:
        w: The angle in radians from one call to the next.
        A: The amplitude.
        phi: The angle of the first call, in radians.
        offset: What the values go around.
    """
    return _driver(
        lambda: (A * math.sin(w * i + phi) + offset for i in _whole_numbers())
    )


def _driver(values: Callable[[], Iterable[Any]]) -> Driver:
    """Return a decorator; every function that it decorates begins anew."""
    return lambda function: force(function, values())


def _listed(name: str, sequence: Iterable[Any]) -> list[Any]:
    values = list(sequence)
    if not values:
        message = f"{name} needs at least one value, got an empty sequence"
        raise ValueError(message)
    return values
