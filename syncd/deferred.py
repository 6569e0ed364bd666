"""Modules of other packages that are loaded when somebody needs them, not before.

Libraries import at their top what only some of their functions use. In a process
that serves, and calls none of these, it would take memory for nothing.
"""

from __future__ import annotations

import sys
from _thread import RLock, get_ident
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.abc import Loader
    from importlib.machinery import ModuleSpec

__all__ = ["defer", "once_imported"]

_lock = RLock()
_under_way: set[str] = set()
"""The names of deferred modules that are being loaded."""

_asked: set[tuple[int, str]] = set()
"""The threads that do what comes before, and for which module."""

_before: dict[str, Callable[[], object]] = {}
"""What to call before they are loaded."""


def _nothing() -> None:
    return None


def defer(name: str, first: Callable[[], object] = _nothing) -> None:
    """Have ``import`` find a module that loads itself when it is first used.

    A module that has been imported already stays as it is, and is used now.

    Args:
        name: Its name. What a package imports of its own others must not import
            before they have touched the package: there would be two of it.
        first: Called before it is loaded; may import what loads it.
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is None:
        first()
        return
    module = module_from_spec(spec)
    module.__class__ = _Deferred
    _before[name] = first
    sys.modules[name] = module
    _put_into_package(module)


class _Deferred(ModuleType):
    """A module that loads itself when it is asked for what it does not have."""

    def __getattr__(self, name: str) -> Any:
        _touch(self)
        return ModuleType.__getattribute__(self, name)

    def __dir__(self) -> list[str]:
        _touch(self)
        return list(vars(self))

    def __setattr__(self, name: str, value: Any) -> None:
        _touch(self)
        ModuleType.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        _touch(self)
        ModuleType.__delattr__(self, name)


def _touch(module: ModuleType) -> None:
    """Load a module unless that has been done, or is being done from here.

    Imports come before the lock: whoever holds that of an import may touch a module,
    and would wait for one who holds ours and waits for theirs.
    """
    name = module.__name__
    here = (get_ident(), name)
    if here not in _asked:
        _asked.add(here)
        try:
            _before.get(name, _nothing)()
        finally:
            _asked.remove(here)
    with _lock:
        if type(module) is _Deferred and module.__name__ not in _under_way:
            _load(module)


def _load(module: ModuleType) -> None:
    """Load a deferred module; the next one who touches it tries again if it fails."""
    name, spec = module.__name__, module.__spec__
    assert spec is not None
    assert spec.loader is not None
    _under_way.add(name)
    try:
        spec.loader.exec_module(module)
        module.__class__ = ModuleType
        del _before[name]
    finally:
        _under_way.remove(name)


def once_imported(name: str, then: Callable[[], object]) -> None:
    """Call a function when a module has been imported, or now if it has been.

    Whoever imports it finds what the function has done to it.
    """
    if name in sys.modules:
        then()
    else:
        sys.meta_path.insert(0, _Watch(name, then))


class _Watch:
    """Looks out for the import of one module."""

    def __init__(self, name: str, then: Callable[[], object]) -> None:
        self._name = name
        self._then = then
        self._looking = False

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        """Find the module as it would be found, and see that it is told of."""
        del path, target
        if name != self._name or self._looking:
            return None
        self._looking = True
        try:
            spec = find_spec(name)
        finally:
            self._looking = False
        if spec is not None and spec.loader is not None:
            spec.loader = _Telling(spec.loader, self._loaded)  # type: ignore[assignment]
        return spec

    def _loaded(self) -> None:
        if self in sys.meta_path:
            sys.meta_path.remove(self)
            self._then()


class _Telling:
    """Loads a module as another loader does, and then calls a function."""

    def __init__(self, loader: Loader, then: Callable[[], object]) -> None:
        self._loader = loader
        self._then = then

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        # From here on it is as if nobody had looked.
        module.__loader__ = self._loader
        assert module.__spec__ is not None
        module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        _put_into_package(module)
        self._then()


def _put_into_package(module: ModuleType) -> None:
    """Do what the import system does, before it does."""
    package, _, name = module.__name__.rpartition(".")
    if package:
        setattr(sys.modules[package], name, module)
