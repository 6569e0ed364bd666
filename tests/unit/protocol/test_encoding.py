from __future__ import annotations

import array
import datetime as dt
import enum
import json
import math
from collections import OrderedDict, UserDict, deque, namedtuple
from decimal import Decimal
from fractions import Fraction

import pytest

from syncd.colors import RGB, named
from syncd.errors import LocalProtocolError
from syncd.protocol import Reference
from syncd.protocol.encoding import MAX_DIGITS, MAX_VALUE_DEPTH, Part, dump


class Shade(str, enum.Enum):  # noqa: UP042  # as authors still write them
    DARK = "dark"


class Level(enum.IntEnum):
    LOW = 1


class Text(str):
    __slots__ = ()


class Whole(int):
    pass


class Real(float):
    pass


Point = namedtuple("Point", "x y")  # noqa: PYI024


def encode(value):
    """Return the JSON of a value without buffers, parsed again."""
    part = Part()
    plain = part.value(value, 3)
    assert not part.size
    return json.loads(dump(plain))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Shade.DARK, "dark"),
        (Level.LOW, 1),
        (Text("a"), "a"),
        (Whole(3), 3),
        (Real(0.5), 0.5),
        (Real(math.nan), {"$num": "nan"}),
        (Decimal("0.5"), 0.5),
        (Fraction(1, 4), 0.25),
        ((1, "a"), [1, "a"]),
        (Point(1, 2), [1, 2]),
        ({5}, [5]),
        ([RGB(1, 2, 3), named.tomato], ["rgb(1, 2, 3)", "tomato"]),
        (frozenset(["a"]), ["a"]),
        (deque([1]), [1]),
        (range(3), [0, 1, 2]),
        (OrderedDict(a=1), {"a": 1}),
        (UserDict({"a": 1}), {"a": 1}),
        (dt.datetime(1970, 1, 1, 0, 0, 1, tzinfo=dt.UTC), 1000.0),
        ([dt.timedelta(seconds=1)], [1000]),
        (Reference(4), {"$ref": 4}),
        ({Level.LOW: 1}, {"$map": [[1, 1]]}),
        ({Text("a"): 1}, {"$map": [["a", 1]]}),
        ({"$a": 1, "b": 2}, {"$map": [["$a", 1], ["b", 2]]}),
        ({True: 1, None: 2}, {"$map": [[True, 1], [None, 2]]}),
        (array.array("u", "ab"), ["a", "b"]),
    ],
    ids=repr,
)
def test_values_become_plain(value, expected):
    encoded = encode(value)

    assert encoded == expected
    assert type(encoded) is type(expected)


@pytest.mark.parametrize(
    "items",
    [
        [1, "a", None, True, 0.5],
        [0.5] * 100,
        [2**53 - 1, -(2**53) + 1],
        [1e308, 1e308],
        [1e308, -1e308, 1],
        [],
    ],
    ids=repr,
)
def test_lists_that_json_has_are_told_as_they_are(items):
    assert encode(items) == items


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([1.5, math.nan], [1.5, {"$num": "nan"}]),
        ([math.inf, -math.inf], [{"$num": "inf"}, {"$num": "-inf"}]),
        ([1, 2**53], [1, {"$int": str(2**53)}]),
        ([-(2**53), 0.5], [{"$int": str(-(2**53))}, 0.5]),
        ([10**400, 0.5], [{"$int": "1" + "0" * 400}, 0.5]),
        ([10**400, 1], [{"$int": "1" + "0" * 400}, 1]),
        ([math.nan, "a"], [{"$num": "nan"}, "a"]),
    ],
    ids=range(7),
)
def test_lists_with_other_numbers_are_tagged(items, expected):
    assert encode(items) == expected


def test_lone_surrogates_are_replaced():
    assert encode(["a\ud800b", {"\udfff": 1}]) == ["a\ufffdb", {"\ufffd": 1}]
    assert encode(["a\ud800"] * 3 + [1]) == ["a\ufffd"] * 3 + [1]


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (object(), "object"),
        (1j, "complex"),
        ([{"a": object()}], "object"),
        ({(1, 2): 3}, r"\(1, 2\)"),
        ({b"a": 3}, "b'a'"),
        (slice(1), "slice"),
        (10**MAX_DIGITS, "digits"),
        (10**5000, "digits"),
    ],
    ids=range(8),
)
def test_values_without_a_form_are_our_own_fault(value, word):
    with pytest.raises(LocalProtocolError, match=word):
        encode(value)


def test_longest_integer_is_told():
    assert encode(10**MAX_DIGITS - 1) == {"$int": "9" * MAX_DIGITS}


def nested(levels):
    value = []
    for _ in range(levels - 1):
        value = [value]
    return value


def test_nesting_is_bounded():
    assert encode(nested(MAX_VALUE_DEPTH - 3)) == nested(MAX_VALUE_DEPTH - 3)

    with pytest.raises(LocalProtocolError, match="contain itself"):
        encode(nested(MAX_VALUE_DEPTH - 2))


@pytest.mark.parametrize("kind", [list, dict])
def test_value_that_contains_itself_is_refused(kind):
    value = kind()
    if kind is list:
        value.append(value)
    else:
        value["a"] = value

    with pytest.raises(LocalProtocolError, match="contain itself"):
        encode(value)


def test_buffers_follow_one_another_at_multiples_of_eight():
    part = Part()

    plain = part.value([array.array("b", [1]), b"123456789", array.array("d", [1])], 3)

    assert [tag["at"] for tag in plain] == [0, 8, 24]
    assert part.size == 32
    assert b"".join(part.buffers) == (
        b"\1" + bytes(7) + b"123456789" + bytes(7) + array.array("d", [1]).tobytes()
    )


def test_empty_buffers_take_no_room():
    part = Part()

    plain = part.value([b"", array.array("d"), b"1"], 3)

    assert [tag["at"] for tag in plain] == [0, 0, 0]
    assert part.size == 8


def test_lists_of_numbers_in_values_stay_json():
    part = Part()

    assert part.value([0.5] * 100, 3) == [0.5] * 100


def test_lists_of_numbers_in_columns_become_typed():
    part = Part()

    assert part.columns({"$x": [0.5] * 100, "n": ["a"]}, 3) == {
        "$x": {"$array": "float64", "at": 0, "length": 100},
        "n": ["a"],
    }


@pytest.mark.parametrize("column", [5, None, object], ids=repr)
def test_columns_must_be_sequences(column):
    with pytest.raises(LocalProtocolError, match="column"):
        Part().columns({"x": column}, 3)


def test_columns_of_other_sequences_are_lists():
    assert Part().columns({"x": deque([1, "a"])}, 3) == {"x": [1, "a"]}


def test_columns_have_names():
    with pytest.raises(LocalProtocolError, match="named 5"):
        Part().columns({5: [1]}, 3)


def test_patches_of_slices_have_columns_as_values():
    part = Part()

    plain = part.patches({"x": [(3, 1.5), (slice(0, 9), [0.5] * 9)]}, 3)

    assert plain == {
        "x": [
            [3, 1.5],
            [
                {"$slice": [0, 9, None]},
                {"$array": "float64", "at": 0, "length": 9},
            ],
        ]
    }


def test_missing_values_of_pandas_are_null_or_nan():
    class NAType:
        pass

    assert encode([NAType(), 1]) == [None, 1]
