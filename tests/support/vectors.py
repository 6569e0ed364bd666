"""The shared test vectors, and the descriptions in them (spec/vectors)."""

from __future__ import annotations

import array
import base64
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from syncd.protocol import Reference


if TYPE_CHECKING:
    from collections.abc import Callable

VECTORS = Path(__file__).parents[2] / "spec" / "vectors"

TYPECODES = {
    "int8": "b",
    "uint8": "B",
    "int16": "h",
    "uint16": "H",
    "int32": "i",
    "uint32": "I",
    "float32": "f",
    "float64": "d",
}
_DTYPES = {code: name for name, code in TYPECODES.items()}
_NUMBERS = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf, "-0": -0.0}


def load(name: str) -> list[dict[str, Any]]:
    """Return the cases of one file."""
    cases = json.loads((VECTORS / f"{name}.json").read_text("utf-8"))["cases"]
    assert len({case["name"] for case in cases}) == len(cases) > 0
    return cases


def wire(case: dict[str, Any]) -> tuple[bytes, bool]:
    """Return the wire form of a case, and whether it is text."""
    if "text" in case:
        return case["text"].encode(), True
    if "text_base64" in case:
        return base64.b64decode(case["text_base64"]), True
    return base64.b64decode(case["binary"]), False


def build(described: Any, *, views: bool = False) -> Any:
    """Make the value that is described.

    Arrays of more than one dimension become nested lists, as decoding gives
    them, or views, so that encoding sees their type.
    """
    if isinstance(described, list):
        return [build(item, views=views) for item in described]
    if not isinstance(described, dict):
        return described
    ((form, content),) = described.items()
    if form == "object":
        return {key: build(item, views=views) for key, item in content.items()}
    if form == "array":
        return _array(content, views=views)
    return _FORMS[form](content)


_FORMS: dict[str, Callable[[Any], Any]] = {
    "map": lambda pairs: {build(key): build(item) for key, item in pairs},
    "ref": Reference,
    "number": _NUMBERS.__getitem__,
    "float": float,
    "integer": int,
    "bytes": bytes.fromhex,
    "slice": lambda bounds: slice(*bounds),
}


def _array(content: dict[str, Any], *, views: bool) -> Any:
    shape, code = content["shape"], TYPECODES[content["dtype"]]
    items = array.array(code, [build(item) for item in content["items"]])
    if len(shape) == 1:
        return items
    view = memoryview(items).cast("B").cast(code, shape)
    return view if views else view.tolist()


def describe(value: Any) -> Any:
    """Return a value of Python as the vectors describe it."""
    if type(value) in _DESCRIPTIONS:
        return _DESCRIPTIONS[type(value)](value)
    assert value is None or type(value) in {bool, str}, value
    return value


def _describe_array(value: array.array[Any]) -> Any:
    dtype, items = _DTYPES[value.typecode], [describe(item) for item in value]
    return {"array": {"dtype": dtype, "shape": [len(items)], "items": items}}


def _describe_int(value: int) -> Any:
    return {"integer": str(value)} if abs(value) >= 2**53 else value


def _describe_float(value: float) -> Any:
    if math.isnan(value):
        return {"number": "nan"}
    if math.isinf(value):
        return {"number": "inf" if value > 0 else "-inf"}
    if value == 0 and math.copysign(1, value) < 0:
        return {"number": "-0"}
    if value.is_integer():
        # whether 1 is an integer or a float is not told apart
        return int(value) if abs(value) < 2**53 else {"float": str(int(value))}
    return value


def _describe_dict(value: dict[Any, Any]) -> Any:
    if all(isinstance(key, str) and key[:1] != "$" for key in value):
        return {"object": {key: describe(item) for key, item in value.items()}}
    return {"map": [[describe(key), describe(item)] for key, item in value.items()]}


_DESCRIPTIONS: dict[type, Callable[[Any], Any]] = {
    array.array: _describe_array,
    float: _describe_float,
    int: _describe_int,
    list: lambda value: [describe(item) for item in value],
    tuple: lambda value: [describe(item) for item in value],
    dict: _describe_dict,
    bytes: lambda value: {"bytes": value.hex()},
    slice: lambda value: {"slice": [value.start, value.stop, value.step]},
    Reference: lambda value: {"ref": value.id},
}
