"""Which version this is."""

import re

from syncd import __version__


__all__ = ["__version__", "base_version", "is_full_release"]

_BASE = re.compile(r"\d+(?:\.\d+)*")


def base_version() -> str:
    """Return the version without what says that it is none yet, or a build of its own."""
    found = _BASE.match(__version__)
    assert found is not None
    return found.group()


def is_full_release(version: str | None = None) -> bool:
    """Tell whether a version, or this one, is a release."""
    return _BASE.fullmatch(version or __version__) is not None
