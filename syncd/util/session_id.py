"""The older name of `syncd.util.token`."""

from __future__ import annotations

from syncd.util.token import generate_secret_key, generate_session_id


__all__ = ["generate_secret_key", "generate_session_id"]
