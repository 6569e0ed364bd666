"""Where the values of settings come from, and which one counts."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from syncd.errors import ConfigError


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from syncd.config.setting import Setting


__all__ = [
    "ConfigFile",
    "Environment",
    "Given",
    "Source",
    "Value",
    "key_of",
    "nearest",
    "trace",
]


@dataclass(frozen=True, slots=True)
class Value:
    """A setting with its value.

    Args:
        setting: The setting.
        value: The value, checked.
        source: What said so: a flag, a file, a variable, or ``default``.
    """

    setting: Setting
    value: Any
    source: str

    @property
    def given(self) -> bool:
        """Whether somebody has said so."""
        return self.source != "default"


class Source(Protocol):
    """Something that may have values of settings."""

    def find(self, setting: Setting) -> tuple[str, object] | None:
        """Return what to call the place of a raw value, and the value."""


class Given:
    """What a command line says.

    Args:
        values: Raw values by the names of settings; ``None`` is none.
    """

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def find(self, setting: Setting) -> tuple[str, object] | None:
        """Return the flag, and its value."""
        raw = self._values.get(setting.name)
        return None if raw is None else (setting.flag or setting.env, raw)


class Environment:
    """What the environment says, or a configuration with the same names.

    Args:
        variables: Names to text, or to values of the setting's type.
    """

    def __init__(self, variables: Mapping[str, object]) -> None:
        self._variables = variables

    def find(self, setting: Setting) -> tuple[str, object] | None:
        """Return the variable, and its value; empty text is none."""
        for name in setting.variables:
            raw = self._variables.get(name)
            if raw is not None and raw != "":
                return name, raw
        return None


class ConfigFile:
    """What a file says.

    Args:
        path: Where it is.
        values: Its keys and raw values.
        known: The settings.
        others: Other keys that may be there.

    Raises:
        ConfigError: A key is no setting.
    """

    def __init__(
        self,
        path: str,
        values: Mapping[str, object],
        known: Iterable[Setting],
        others: Iterable[str] = (),
    ) -> None:
        names = {name: one for one in known for name in _keys(one)}
        self.path = path
        self.others: dict[str, object] = {}
        self._values: dict[Setting, tuple[str, object]] = {}
        for key, raw in values.items():
            found = names.get(key_of(key))
            if found is not None:
                self._values[found] = f"{path}: {key}", raw
            elif key_of(key) in others:
                self.others[key_of(key)] = raw
            else:
                hint = nearest(key_of(key), names)
                raise ConfigError(path, key, f"the name of a setting{hint}")

    def find(self, setting: Setting) -> tuple[str, object] | None:
        """Return the place in the file, and the value; null is none."""
        found = self._values.get(setting)
        return None if found is None or found[1] is None else found


def trace(settings: Iterable[Setting], sources: Sequence[Source]) -> list[Value]:
    """Return the values of settings.

    Args:
        settings: Which ones.
        sources: Who may say something, who comes first in front.

    Raises:
        ConfigError: What counts is not a value that its setting takes.
    """
    return [_trace(setting, sources) for setting in settings]


def _trace(setting: Setting, sources: Sequence[Source]) -> Value:
    for source in sources:
        found = source.find(setting)
        if found is not None:
            place, raw = found
            return Value(setting, _parse(setting, place, raw), place)
    return Value(setting, setting.default, "default")


def _parse(setting: Setting, place: str, raw: object) -> Any:
    try:
        return setting.parse(place, raw)
    except ConfigError as error:
        if setting.secret:
            raise ConfigError(place, "(hidden)", error.expected) from None
        raise


def key_of(name: str) -> str:
    """Return a name as it is compared, whether of a flag, a variable or a field."""
    return name.lower().replace("-", "_").strip("_").removeprefix("docsync_")


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the question whether another name was meant, if one is near."""
    found = difflib.get_close_matches(name, list(names), n=1)
    return f"; did you mean {found[0]}?" if found else ""


def _keys(setting: Setting) -> set[str]:
    flag = () if setting.flag is None else (setting.flag,)
    return {key_of(name) for name in (setting.name, *setting.variables, *flag)}
