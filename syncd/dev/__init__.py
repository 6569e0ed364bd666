"""``syncd serve --dev``: what is edited shows at once, and what people did stays."""

from __future__ import annotations

from syncd.dev.reloader import Reloader


__all__ = ["Reloader"]
