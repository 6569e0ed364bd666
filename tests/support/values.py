"""Values that a field takes, and some that it does not, from what its kind says."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from syncd.model import Field, Model
from syncd.model.registry import lookup, registered


NUMBERS = (0, 1, 2, 0.5, 3, 10, 45, 100, -1, 2.5, 1000)

TEXTS = (
    *("text", "other", "", "a b", "red", "#102030", "12px", "1.5em", "left", "auto"),
    *("https://example.com/a", "/path", "2020-02-03", "2021-03-04", "10:30", "11:45"),
    *("solid", "4 2", "@x{0.0}", "$index", "%Y", "0,0", "<b>bold</b>", "UTC"),
    *("Europe/Berlin", "=", "*", "+", "/", "\\", "|", "-", ".", "x", "y", "1:2"),
)
"""Texts of many kinds: what a field's own check refuses is not used."""

COLUMNS: tuple[dict[str, Any], ...] = (
    {"a": [0.25 * row for row in range(9)], "b": list("abcdefghi")},
    {"a": [1, None], "image": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]},
)

WRONG = (
    object(),
    -(10.0**9),
    3.25,
    "\0 no word that means anything",
    True,
    None,
    {"no such": ["thing"]},
    [object()],
    [[[]]],
    {1: {2: 3}},
)
"""Each field refuses at least one of these, unless it takes anything."""


def values_of(field: Field, most: int = 5) -> list[Any]:
    """Return some different values that the field takes, its default last."""
    found: list[Any] = []
    for value in _candidates(field.kind.schema()):
        try:
            checked = field.kind.check(value)
        except ValueError:
            continue
        if not any(_alike(checked, other) for other in found):
            found.append(checked)
        if len(found) == most:
            break
    return sorted(found, key=lambda value: _alike(value, field.default))


def refused_by(field: Field) -> list[Any]:
    """Return values that the field does not take."""
    refused = []
    for value in WRONG:
        try:
            field.kind.check(value)
        except ValueError:
            refused.append(value)
    return refused


def takes_anything(schema: dict[str, Any]) -> bool:
    """Tell whether there is nothing that such a field refuses."""
    if schema["kind"] == "union":
        return any(map(takes_anything, schema["options"]))
    return bool(schema["kind"] == "any")


def _alike(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


_PLAIN: dict[str, tuple[Any, ...]] = {
    "any": ("any", 1.5, {"key": [1, None, "x"]}, [True, 2]),
    "bool": (True, False),
    "color": ("#102030", "red", (1, 2, 3), (4, 5, 6, 0.5), "rgb(1, 2, 3)"),
    "columns": COLUMNS,
    "datetime": (dt.datetime(2020, 2, 3, tzinfo=dt.UTC), 1.5e12, "2021-03-04"),
    "null": (None,),
    "string": TEXTS,
}


def _candidates(schema: dict[str, Any]) -> Iterator[Any]:
    """Yield values that such a field may take."""
    match schema["kind"]:
        case "integer" | "number":
            yield from _numbers(schema)
        case "enum":
            yield from schema["values"]
        case "ref":
            yield from _models(schema["type"])
        case kind if kind in _PLAIN:
            yield from _PLAIN[kind]
        case _:
            yield from _composites(schema)


def _numbers(schema: dict[str, Any]) -> Iterator[Any]:
    low, high = schema.get("min"), schema.get("max")
    yield from (number for number in (low, high) if number is not None)
    yield from NUMBERS


def _composites(schema: dict[str, Any]) -> Iterator[Any]:
    match schema["kind"]:
        case "union":
            options = [list(_candidates(option)) for option in schema["options"]]
            # One of each first: two values are to be of different kinds.
            yield from (option[0] for option in options if option)
            yield from (value for option in options for value in option)
        case "list":
            items = list(_candidates(schema["item"]))
            yield items[:1]
            yield items[1:3]
            yield from ([item] for item in items)
            yield []
        case "tuple":
            parts = [list(_candidates(item)) for item in schema["items"]]
            for at in range(min(map(len, parts))):
                yield tuple(part[at] for part in parts)
        case "dict":
            one, *others = schema.get("keys", ("key", "$key", "__proto__"))
            for item in _candidates(schema["item"]):
                yield {one: item}
                yield dict.fromkeys(others, item)
                yield {"@name": item}
        case "spec":
            values = list(_candidates(schema["base"]))
            yield {"field": "a column"}
            yield from ({"value": value} for value in values)
            yield from values
            yield {"field": "x", "transform": lookup("Dodge")(value=0.5)}
        case kind:
            message = f"no values are known for fields of the kind {kind!r}"
            raise TypeError(message)


def _models(name: str) -> Iterator[Model]:
    """Yield models of the class, or of those that derive from it."""
    base = Model if name == "Model" else lookup(name)
    derived = [
        cls
        for cls in registered().values()
        if issubclass(cls, base) and cls.__module__.startswith("syncd.models.")
    ]
    derived.sort(key=lambda cls: (len(cls.__mro__), cls.__name__))
    for cls in derived[:3] if name != "Model" else [lookup("Selection")]:
        yield cls(name="first")
        yield cls(name="second")
