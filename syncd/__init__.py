"""DocSync's daemon and the library of application authors."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from syncd.relocated import install as _install


__version__ = "0.1.0.dev0"

_install()


def __getattr__(name: str) -> Any:
    # Scripts that import one module use the others by their full names.
    whole = f"{__name__}.{name}"
    spec = find_spec(whole) if name.isidentifier() and name[:1] != "_" else None
    if spec is None or spec.loader is None:  # a folder of files is no package
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(whole)
