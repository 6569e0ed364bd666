"""One theme: values in place of defaults, by class of model."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from syncd.model import registry
from syncd.model.inert import is_inert


if TYPE_CHECKING:
    from syncd.model import Field, Model

__all__ = ["Theme"]

_GLYPH_DEFAULTS = ("fill_defaults", "line_defaults", "text_defaults")
_PARTS = ("attrs", *_GLYPH_DEFAULTS)
_ALIASES = {"Plot": "Figure", "figure": "Figure"}
"""Other names under which themes know a class."""


class Theme:
    """Values in place of defaults, by class of model.

    Args:
        filename: A YAML file that holds the mapping.
        json: The mapping itself: ``attrs`` has a mapping of fields to values by
            the name of a class, and holds for classes derived from it, too.
            ``line_defaults``, ``fill_defaults`` and ``text_defaults`` are such
            mappings for all glyphs.

    Raises:
        ValueError: It is not such a mapping, or both or none is given.
    """

    def __init__(
        self,
        filename: str | Path | None = None,
        json: Mapping[str, Any] | None = None,
    ) -> None:
        if (filename is None) == (json is None):
            raise ValueError("a theme is made from either a filename or json")
        self.json = _checked(_read(filename) if filename is not None else json)
        # Classes of scripts go with their sessions, and themes stay.
        self._values: WeakKeyDictionary[type[Model], dict[str, Any]]
        self._values = WeakKeyDictionary()

    def values_for(self, cls: type[Model]) -> dict[str, Any]:
        """Return the values for a class of models, by field."""
        values = self._values.get(cls)
        if values is None:
            values = self._values[cls] = self._collect(cls)
        return values

    def check(self) -> None:
        """Check that the classes have these fields, and take these values.

        Classes that this process does not know are left alone.

        Raises:
            ValueError: One does not, or not.
        """
        for name, attrs in self.json["attrs"].items():
            cls = registry.registered().get(_ALIASES.get(name, name))
            if cls is not None:
                for field, value in attrs.items():
                    if field in cls.fields() or not is_inert(cls, field):
                        _check_value(cls, field, value)

    def apply_to_model(self, model: Model) -> None:
        """Give one model the looks that it has here, whatever its document's theme.

        Raises:
            ValueError: A field does not take its value.
        """
        model.apply_theme(self.values_for(type(model)))

    def _collect(self, cls: type[Model]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for base in reversed(cls.__mro__):
            if base.__name__ == "Glyph":
                for part in _GLYPH_DEFAULTS:
                    found |= self.json[part]
            for name, attrs in self.json["attrs"].items():
                if _ALIASES.get(name, name) == base.__name__:
                    found |= attrs
        fields = cls.fields()
        return {
            name: _check_value(cls, name, value)
            for name, value in found.items()
            if name in fields
        }


def _check_value(cls: type[Model], name: str, value: Any) -> Any:
    """Return the value as the field stores it."""
    field: Field | None = cls.fields().get(name)
    if field is None:
        nearest = difflib.get_close_matches(name, cls.fields(), 1)
        hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
        message = f"{cls.type_name} has no field {name!r}{hint}"
        raise ValueError(message)
    if field.factory is not None:
        message = f"{cls.type_name}.{name} is a model, which a theme cannot make"
        raise ValueError(message)
    try:
        return field.kind.check(value)
    except ValueError:
        expected = field.kind.expected
        message = f"{cls.type_name}.{name} is {value!r}, expected {expected}"
        raise ValueError(message) from None


def _read(filename: str | Path) -> Any:
    import yaml  # noqa: PLC0415  # few processes read a theme

    try:
        return yaml.safe_load(Path(filename).read_bytes())
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        message = " ".join(str(error).split())
        raise ValueError(message) from error


def _checked(json: Any) -> dict[str, Any]:
    """Return the mapping with all its parts."""
    json = {} if json is None else json
    if not isinstance(json, Mapping) or not set(json) <= set(_PARTS):
        message = f"a theme is a mapping of {', '.join(_PARTS)}, got {_shown(json)}"
        raise ValueError(message)
    parts = {part: json.get(part) or {} for part in _PARTS}
    attrs = parts["attrs"]
    for name, part in (*parts.items(), *_items(attrs)):
        if not isinstance(part, Mapping) or not all(isinstance(k, str) for k in part):
            message = f"{name} is {part!r}, expected a mapping of names"
            raise ValueError(message)
    return {**parts, "attrs": {name: dict(part) for name, part in attrs.items()}}


def _items(attrs: Any) -> list[tuple[Any, Any]]:
    return list(attrs.items()) if isinstance(attrs, Mapping) else []


def _shown(json: Any) -> str:
    if isinstance(json, Mapping):
        return ", ".join(map(str, json))
    return repr(json)
