"""How many arguments a callback takes, found once when it is registered."""

from __future__ import annotations

import inspect
from functools import partial
from types import FunctionType, MethodType


__all__ = ["accepts", "check_signature", "described", "is_unlocked", "wants_event"]

_VARIADIC = inspect.CO_VARARGS


def accepts(callback: object, count: int) -> bool:
    """Tell whether the callback can be called with ``count`` arguments."""
    function, bound = callback, 0
    if isinstance(function, MethodType):
        function, bound = function.__func__, 1
    if isinstance(function, FunctionType) and not hasattr(function, "__wrapped__"):
        code = function.__code__
        most = code.co_argcount - bound
        least = most - len(function.__defaults__ or ())
        required = code.co_kwonlyargcount - len(function.__kwdefaults__ or ())
        variadic = bool(code.co_flags & _VARIADIC)
        return required <= 0 and least <= count and (variadic or count <= most)
    if not callable(callback):
        return False
    try:
        inspect.signature(callback).bind(*([None] * count))
    except ValueError:  # a builtin without a signature
        return True
    except TypeError:
        return False
    return True


def wants_event(callback: object) -> bool:
    """Tell whether a callback that takes one argument or none is to get one.

    It is if it cannot do without or takes any number: defaults such as those of
    ``lambda row=row: …`` are the author's and stay.
    """
    try:
        given = inspect.signature(callback).parameters.values()  # type: ignore[arg-type]
    except ValueError:  # a builtin without a signature
        return True
    return any(
        parameter.kind is parameter.VAR_POSITIONAL
        or (
            parameter.default is parameter.empty
            and parameter.kind is not parameter.VAR_KEYWORD
        )
        for parameter in given
    )


def is_unlocked(callback: object) -> bool:
    """Tell whether `syncd.document.without_document_lock` has marked the callback.

    The mark is an attribute that whatever wraps the function copies, as
    ``functools.wraps`` does; a `functools.partial` has that of its function.
    """
    while isinstance(callback, partial):
        callback = callback.func
    return getattr(callback, "nolock", False) is True


def described(callback: object) -> str:
    """Return the callback's name and signature for an error message."""
    inner = callback.func if isinstance(callback, partial) else callback
    name = getattr(inner, "__name__", repr(inner))
    try:
        return f"{name}{inspect.signature(callback)}"  # type: ignore[arg-type]
    except (ValueError, TypeError):
        return str(name)


def check_signature(callback: object, names: tuple[str, ...]) -> None:
    """Raise `ValueError` unless the callback takes these arguments."""
    if not callable(callback):
        message = f"callbacks must be callable, got {callback!r}"
        raise ValueError(message)  # noqa: TRY004  # Bokeh's authors catch it
    if not accepts(callback, len(names)):
        expected = ", ".join(names)
        message = (
            f"callback functions must have signature func({expected}),"
            f" got {described(callback)}"
        )
        raise ValueError(message)
