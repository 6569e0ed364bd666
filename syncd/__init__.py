"""DocSync's daemon and the library of application authors."""

from __future__ import annotations

from syncd.relocated import install as _install


__version__ = "0.1.0.dev0"

_install()
