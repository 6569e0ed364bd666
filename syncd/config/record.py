"""The record of all settings."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from syncd.config.binding import TcpBind, UnixBind, parse_bind, parse_control_url
from syncd.config.idle import IdleSettings
from syncd.config.listening import MAX_PORT, ListeningSettings
from syncd.config.logs import LogSettings
from syncd.config.pages import PageSettings
from syncd.config.sessions import NEVER_MS, SessionSettings
from syncd.config.setting import Reader, Setting
from syncd.config.shared import SharedSettings
from syncd.config.sources import ConfigFile, Environment, Given, Value, trace
from syncd.config.unavailable import UNAVAILABLE
from syncd.errors import ConfigError


if TYPE_CHECKING:
    from collections.abc import Mapping


__all__ = ["Settings", "read_file", "settings", "trace_settings"]

_TOPICS = (
    SharedSettings,
    ListeningSettings,
    PageSettings,
    SessionSettings,
    LogSettings,
    IdleSettings,
)


@dataclass(frozen=True, kw_only=True)
class Settings(
    IdleSettings,
    LogSettings,
    SessionSettings,
    PageSettings,
    ListeningSettings,
    SharedSettings,
):
    """The settings of one process, checked.

    Make one with `Settings.read`; the constructor checks nothing.
    """

    @classmethod
    def read(
        cls,
        environ: Mapping[str, object],
        *,
        file: ConfigFile | None = None,
        reader: Reader | None = None,
        **given: object,
    ) -> Settings:
        """Return settings from an environment, or from a Flask configuration.

        Args:
            environ: Variable names to raw values: text, or values of the
                setting's type. Names that are no settings are left alone, and
                so are ``None`` and empty text.
            file: What comes before the environment.
            reader: Who reads; what only others read is left alone, so that
                a mistake in it is theirs. ``None`` reads everything.
            **given: Raw values by field name that come before both; ``None``
                is not given.

        Raises:
            ConfigError: A value is not one that its setting takes.
        """
        return cls.of(trace_settings(environ, file, given, reader=reader))

    @classmethod
    def of(cls, values: list[Value]) -> Settings:
        """Return settings with values that have been traced."""
        return cls(**{one.setting.name: one.value for one in values if one.given})

    @property
    def session_id_mode(self) -> str:
        """Which session ids are taken, with the default worked out."""
        return self.session_ids or ("signed" if self.sign_sessions else "unsigned")

    @property
    def keep_alive(self) -> float:
        """Seconds between two pings; of none, very many."""
        return (self.keep_alive_ms or NEVER_MS) / 1000

    @property
    def control(self) -> TcpBind | UnixBind | None:
        """Where the control API listens, with the default worked out.

        Raises:
            ConfigError: The setting that decides is not an address.
        """
        if self.control_bind == "none" or self.secret_key is None:
            return None
        if self.control_bind is not None:
            return parse_bind("--control-bind", self.control_bind)
        if self.control_url is not None:
            return parse_control_url("DOCSYNC_CONTROL_URL", self.control_url)
        return TcpBind("127.0.0.1", min(self.port + 1, MAX_PORT) if self.port else 0)


@lru_cache(maxsize=1)
def settings() -> tuple[Setting, ...]:
    """Return all settings, in the order of the record."""
    return tuple(
        Setting(
            name=entry.name,
            default=entry.default,
            topic=(topic.__doc__ or "").rstrip("."),
            **entry.metadata,
        )
        for topic in _TOPICS
        for entry in dataclasses.fields(topic)
    )


def trace_settings(
    environ: Mapping[str, object],
    file: ConfigFile | None = None,
    given: Mapping[str, object] | None = None,
    *,
    reader: Reader | None = None,
) -> list[Value]:
    """Return settings with their values, and who says so.

    A command line comes before a file, that before the environment, and that
    before the defaults.

    Raises:
        ConfigError: A value is not one that its setting takes.
    """
    files = () if file is None else (file,)
    wanted = (one for one in settings() if reader is None or reader in one.readers)
    return trace(wanted, (Given(given or {}), *files, Environment(environ)))


def read_file(path: str) -> ConfigFile:
    """Read a YAML file of settings.

    Its keys are names of settings, as in flags or in variables, with or without
    ``DOCSYNC_``.

    Raises:
        ConfigError: It cannot be read, is no mapping, or has a key that is no
            setting.
    """
    import yaml  # noqa: PLC0415 - 20 ms, and few have such a file

    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - as it was given
            values: Any = yaml.safe_load(file)
    except OSError as error:
        expected = f"a file that can be read ({error.strerror})"
        raise ConfigError("--use-config", path, expected) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise ConfigError("--use-config", path, f"a file of YAML: {reason}") from error
    if values is None:
        values = {}
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        raise ConfigError("--use-config", path, "a file of lines such as port: 5100")
    return ConfigFile(path, values, settings(), {one.name for one in UNAVAILABLE})
