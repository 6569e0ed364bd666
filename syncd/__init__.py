"""DocSync's daemon and the library of application authors."""

from __future__ import annotations


__version__ = "0.1.0.dev0"
