"""What the extension keeps for one app, in ``app.extensions["docsync"]``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from flask import current_app, has_app_context

from syncd.config import Settings, settings


if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["EXTENSION", "SETTINGS", "State", "current_state"]

EXTENSION = "docsync"
"""The key in ``app.extensions``."""

SETTINGS = tuple(setting.env for setting in settings() if "flask" in setting.readers)
"""The settings that the web application reads."""

_SIGN_SESSIONS = "DOCSYNC_SIGN_SESSIONS"


class State:
    """The settings of one app, checked.

    They are read again when the configuration has been changed since, so that
    it does not matter whether it is loaded before or after the extension.

    Args:
        config: The app's configuration, or an environment.
    """

    def __init__(self, config: Mapping[str, Any]) -> None:
        self._config = config
        self._raw: tuple[Any, ...] | None = None
        self._settings = Settings()

    @property
    def settings(self) -> Settings:
        """The settings as they are now.

        Raises:
            ConfigError: A value is not one that its setting takes.
        """
        raw = tuple(self._config.get(name) for name in SETTINGS)
        if raw != self._raw:
            given = {
                name: value
                for name, value in zip(SETTINGS, raw, strict=True)
                if value is not None
            }
            self._settings = Settings.read(given, reader="flask")
            self._raw = raw
        return self._settings

    @property
    def signs(self) -> bool | None:
        """Whether session ids are to be signed; ``None`` if nothing says so."""
        if self._config.get(_SIGN_SESSIONS) in {None, ""}:
            return None
        return self.settings.sign_sessions


def current_state() -> State:
    """Return the state of the current app; outside of one, the environment's.

    Raises:
        RuntimeError: The app has not been set up.
    """
    if not has_app_context():
        return State(os.environ)
    state = current_app.extensions.get(EXTENSION)
    if not isinstance(state, State):
        raise RuntimeError(  # noqa: TRY004 - it is absent, not of a wrong type
            f"DocSync is not set up for the app {current_app.name!r}; call"
            " DocSync(app), or docsync.init_app(app) in its factory"
        )
    return state
