"""Columns and tables of the real libraries, as sources and on the wire."""

import array
import datetime as dt
import decimal
import math
import subprocess
import sys
import uuid
from collections import deque
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from syncd.colors import RGB
from syncd.document import Document
from syncd.errors import FieldError, LocalProtocolError, RowsError
from syncd.models import ColumnDataSource, Slider
from syncd.plotting import figure
from syncd.protocol import decode_server_message, encode_snapshot


# Missing where the package is tried with the oldest numpy that it takes.
pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")
pa = pytest.importorskip("pyarrow")

NAN = math.nan
DAY = 86_400_000.0
NEW_YEAR = 1_577_836_800_000.0
"""The first moment of 2020, as browsers count."""

MOMENT = dt.datetime(2020, 1, 1)  # noqa: DTZ001
BERLIN = NEW_YEAR - 3_600_000


def told(column: Any) -> Any:
    """Return what a browser is told of a column, numbers as floats."""
    source = ColumnDataSource({"a": column})
    document = Document()
    document.add_root(source)
    payload = encode_snapshot(document)
    message = decode_server_message(payload.data, max_size=1 << 20, text=payload.text)
    (told,) = (model for model in message.models if model.type == source.type)
    column = told.fields["data"]["a"]
    return plain(column)


def as_objects(items: Any) -> Any:
    return np.array(items, object)


def plain(rows: Any) -> Any:
    """Return rows without arrays in them."""
    rows = rows.tolist() if hasattr(rows, "tolist") else rows
    return list(map(plain, rows)) if isinstance(rows, list) else rows


def same(left: Any, right: Any) -> bool:
    """Tell whether rows are equal, NaN and NaN among them."""
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, float) and isinstance(right, float) and math.isnan(left):
        return math.isnan(right)
    return bool(left == right) and (left is None) == (right is None)


def period(kind: str) -> Any:
    return pd.Series(pd.period_range("2020-01-01", periods=2, freq=kind))


COLUMNS: dict[str, tuple[Any, list[Any]]] = {
    # numpy
    **{
        f"numpy {name}": (np.array([0, 1, 100], name), [0, 1, 100])
        for name in (
            *("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"),
            *("float16", "float32", "float64", "longdouble"),
            *(">i2", ">i4", ">i8", ">u2", ">f4", ">f8", "<i4", "<f8"),
        )
    },
    "numpy bool": (np.array([True, False]), [True, False]),
    "numpy int64 beyond floats": (np.array([2**60, 1]), [2**60, 1]),
    "numpy uint64 beyond int64": (np.array([2**63], "uint64"), [2**63]),
    "numpy text": (np.array(["a", "bc"]), ["a", "bc"]),
    "numpy variable text": (
        np.array(["a", "bc"], np.dtypes.StringDType()),
        ["a", "bc"],
    ),
    "numpy objects": (np.array(["a", None, 1.5], object), ["a", None, 1.5]),
    "numpy not finite": (np.array([NAN, math.inf]), [NAN, math.inf]),
    "numpy every second": (np.arange(6.0)[::2], [0, 2, 4]),
    "numpy backwards": (np.arange(3)[::-1], [2, 1, 0]),
    "numpy a column of a matrix": (np.arange(6).reshape(3, 2)[:, 1], [1, 3, 5]),
    "numpy in the order of Fortran": (
        np.asfortranarray(np.arange(4.0).reshape(2, 2)),
        [[0, 1], [2, 3]],
    ),
    **{
        f"numpy datetime64[{unit}]": (
            np.array(["2020-01-01", "NaT"], f"datetime64[{unit}]"),
            [NEW_YEAR, NAN],
        )
        for unit in ("Y", "M", "D", "h", "m", "s", "ms", "us", "ns", "10m")
    },
    "numpy datetime64[W]": (
        np.array(["2020-01-02"], "datetime64[W]"),
        [NEW_YEAR + DAY],
    ),
    "numpy big-endian datetime64": (np.array([MOMENT], ">M8[ns]"), [NEW_YEAR]),
    "numpy datetime64[ps]": (np.array(["1970-01-02"], "datetime64[ps]"), [DAY]),
    "numpy datetime64 of nothing": (np.array(["NaT"], "datetime64"), [NAN]),
    **{
        f"numpy timedelta64[{unit}]": (
            np.array([np.timedelta64(7, "D"), "NaT"], f"m8[{unit}]"),
            [7 * DAY, NAN],
        )
        for unit in ("W", "D", "h", "m", "s", "ms", "us", "ns")
    },
    "numpy masked floats": (np.ma.masked_equal([1.0, 2.0], 2), [1.0, NAN]),
    "numpy masked integers": (np.ma.masked_equal([1, 2], 2), [1.0, NAN]),
    "numpy with a mask that hides nothing": (np.ma.array([1, 2]), [1, 2]),
    "numpy masked times": (
        np.ma.array(np.array([MOMENT, MOMENT], "M8[ns]"), mask=[False, True]),
        [NEW_YEAR, NAN],
    ),
    "numpy masked text": (np.ma.array(["a", "b"], mask=[0, 1]), ["a", None]),
    # pandas
    "pandas integers": (pd.Series([1, 2], index=[7, 8]), [1, 2]),
    "pandas floats": (pd.Series([1.5, None]), [1.5, NAN]),
    "pandas objects": (pd.Series(["a", 1, None], dtype=object), ["a", 1, None]),
    "pandas strings": (pd.Series(["a", None]), ["a", None]),
    "pandas string": (pd.Series(["a", None], dtype="string"), ["a", None]),
    "pandas Int64": (pd.Series([1, 2], dtype="Int64"), [1, 2]),
    "pandas Int64 with gaps": (pd.Series([1, None], dtype="Int64"), [1, NAN]),
    "pandas Float32 with gaps": (pd.Series([1, None], dtype="Float32"), [1, NAN]),
    "pandas boolean": (pd.Series([True, None], dtype="boolean"), [True, None]),
    "pandas bool": (pd.Series([True, False]), [True, False]),
    "pandas categories": (
        pd.Series(["a", None, "a"], dtype="category"),
        ["a", None, "a"],
    ),
    "pandas categories of numbers": (pd.Series([3, 1], dtype="category"), [3, 1]),
    "pandas times": (pd.Series(pd.to_datetime(["2020-01-01", None])), [NEW_YEAR, NAN]),
    "pandas times with a zone": (
        pd.Series(pd.to_datetime(["2020-01-01", None]).tz_localize("Europe/Berlin")),
        [BERLIN, NAN],
    ),
    "pandas durations": (pd.Series(pd.to_timedelta(["1D", None])), [DAY, NAN]),
    "pandas months": (period("M"), [NEW_YEAR, NEW_YEAR + 31 * DAY]),
    "pandas intervals": (
        pd.Series(pd.cut([0.5, 1.5, 9], [0, 1, 2])),
        ["(0.0, 1.0]", "(1.0, 2.0]", None],
    ),
    "pandas sparse": (pd.Series([1.0, 0.0], dtype="Sparse[float]"), [1.0, 0.0]),
    "pandas with arrows": (pd.Series([1, None], dtype="int64[pyarrow]"), [1, NAN]),
    "pandas text with arrows": (
        pd.Series(["a", None], dtype=pd.ArrowDtype(pa.string())),
        ["a", None],
    ),
    "pandas days with arrows": (
        pd.Series([dt.date(2020, 1, 1), None], dtype=pd.ArrowDtype(pa.date32())),
        [NEW_YEAR, None],
    ),
    "pandas index": (pd.Index(["a", "b"]), ["a", "b"]),
    "pandas range": (pd.RangeIndex(2), [0, 1]),
    "pandas index of times": (pd.date_range("2020-01-01", periods=1), [NEW_YEAR]),
    "pandas index of times in a zone": (
        pd.date_range("2020-01-01", periods=1, tz="Europe/Berlin"),
        [BERLIN],
    ),
    "pandas index of months": (
        pd.period_range("2020", periods=1, freq="M"),
        [NEW_YEAR],
    ),
    "pandas index of levels": (
        pd.MultiIndex.from_tuples([("a", "x"), ("b", "y")]),
        [["a", "x"], ["b", "y"]],
    ),
    "pandas categorical": (pd.Categorical(["b", "a"]), ["b", "a"]),
    "pandas array": (pd.array([1, None], dtype="Int64"), [1, NAN]),
    # polars
    "polars integers": (pl.Series([1, 2]), [1, 2]),
    "polars integers with gaps": (pl.Series([1, None]), [1, NAN]),
    "polars float32": (pl.Series([1.5, None], dtype=pl.Float32), [1.5, NAN]),
    "polars uint64": (pl.Series([2**63], dtype=pl.UInt64), [2**63]),
    "polars int128": (pl.Series([2**100, None], dtype=pl.Int128), [2**100, None]),
    "polars booleans": (pl.Series([True, None]), [True, None]),
    "polars strings": (pl.Series(["a", None]), ["a", None]),
    "polars categories": (pl.Series(["a", None], dtype=pl.Categorical), ["a", None]),
    "polars words": (pl.Series(["b", "a"], dtype=pl.Enum(["b", "a"])), ["b", "a"]),
    "polars nothing": (pl.Series([None, None]), [NAN, NAN]),
    "polars lists": (pl.Series([[1, 2], [3]]), [[1, 2], [3]]),
    "polars arrays": (
        pl.Series([[1, 2], [3, 4]], dtype=pl.Array(pl.Int32, 2)),
        [[1, 2], [3, 4]],
    ),
    "polars structs": (pl.Series([{"x": 1}]), [{"x": 1}]),
    "polars times": (pl.Series([MOMENT, None]), [NEW_YEAR, NAN]),
    "polars times with a zone": (
        pl.Series([MOMENT]).dt.replace_time_zone("Europe/Berlin"),
        [BERLIN],
    ),
    "polars days": (pl.Series([MOMENT.date(), None]), [NEW_YEAR, NAN]),
    "polars durations": (pl.Series([dt.timedelta(1), None]), [DAY, NAN]),
    "polars times of day": (pl.Series([dt.time(1), None]), [3_600_000, None]),
    "polars decimals": (pl.Series([decimal.Decimal("1.5")]), [1.5]),
    # Arrow
    "arrow integers": (pa.array([1, 2]), [1, 2]),
    "arrow integers with gaps": (pa.array([1, None]), [1, NAN]),
    "arrow halves": (pa.array([np.float16(1.5)]), [1.5]),
    "arrow booleans": (pa.array([True, None]), [True, None]),
    "arrow strings": (pa.array(["a", None]), ["a", None]),
    "arrow words": (pa.array(["a", None]).dictionary_encode(), ["a", None]),
    "arrow words in pieces": (
        pa.chunked_array([pa.array(["a", None]).dictionary_encode()]),
        ["a", None],
    ),
    "arrow pieces": (pa.chunked_array([[1.0], [2.0]]), [1.0, 2.0]),
    "arrow times": (pa.array([MOMENT, None]), [NEW_YEAR, NAN]),
    "arrow times with a zone": (
        pa.array([MOMENT], pa.timestamp("ns", "Europe/Berlin")),
        [NEW_YEAR],
    ),
    "arrow days": (pa.array([MOMENT.date(), None]), [NEW_YEAR, NAN]),
    "arrow durations": (pa.array([dt.timedelta(1), None]), [DAY, NAN]),
    "arrow lists": (pa.array([[1], [2, 3]]), [[1], [2, 3]]),
    "arrow structs": (pa.array([{"x": 1}]), [{"x": 1}]),
    "arrow decimals": (pa.array([decimal.Decimal("1.5")]), [1.5]),
    "arrow nothing": (pa.nulls(2), [None, None]),
}
"""Columns, and the rows that a browser has in the end."""


@pytest.mark.parametrize("name", COLUMNS)
def test_a_browser_is_told_the_rows(name: str) -> None:
    column, expected = COLUMNS[name]
    rows = told(column)
    assert same(rows, expected), rows


@pytest.mark.parametrize(
    "name", [name for name in COLUMNS if name.startswith(("pandas", "polars", "arrow"))]
)
def test_a_column_is_an_array_or_a_list_that_can_be_edited(name: str) -> None:
    column, expected = COLUMNS[name]
    source = ColumnDataSource({"a": column})
    assert isinstance(source.data["a"], np.ndarray | list)
    first = source.data["a"][:1]
    source.stream({"a": first})
    assert source.length == len(expected) + 1
    source.patch({"a": [(slice(0, 1), first)]})


NESTED: dict[str, tuple[Any, list[Any]]] = {
    "series of pandas": ([pd.Series([1, 2]), pd.Series([3])], [[1, 2], [3]]),
    "times of pandas": (
        [pd.Series(pd.to_datetime(["2020-01-01"]).tz_localize("Europe/Berlin"))],
        [[BERLIN]],
    ),
    "series of polars": ([pl.Series([1, None]), pl.Series(["a"])], [[1, NAN], ["a"]]),
    "arrays of Arrow": ([pa.array([1, 2]), pa.array(["a"])], [[1, 2], ["a"]]),
    "frames, as images": ([pd.DataFrame([[1, 2], [3, 4]])], [[[1, 2], [3, 4]]]),
    "lists, then series": ([[1], pd.Series([2, 3])], [[1], [2, 3]]),
    "masked arrays": ([np.ma.masked_equal([1.0, 2.0], 2)], [[1.0, NAN]]),
    "masked times": (
        [np.ma.array(np.array([MOMENT, MOMENT], "M8[ns]"), mask=[True, False])],
        [[NAN, NEW_YEAR]],
    ),
}


@pytest.mark.parametrize("name", NESTED)
def test_rows_may_be_columns_of_other_libraries(name: str) -> None:
    column, expected = NESTED[name]
    rows = told(column)
    assert same(rows, expected), rows


def test_rows_that_were_series_can_be_patched_in_part() -> None:
    source = ColumnDataSource({"xs": [pd.Series([1, 2, 3], index=[7, 8, 9])]})
    source.patch({"xs": [((0, slice(0, 2)), [5, 6])]})
    assert source.data["xs"][0].tolist() == [5, 6, 3]
    with pytest.raises(RowsError):
        source.patch({"xs": [((0, 9), 1)]})


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (object(), "has <object object at .*> in row 1, .* use str"),
        (1j, r"has 1j in row 1, .* use \.real"),
        (uuid.UUID(int=5), "has UUID.* in row 1"),
        (Path("a"), "has PosixPath.* in row 1"),
        (pd.Interval(0, 1), "has Interval.* in row 1"),
        (len, "has <built-in function len> in row 1"),
    ],
)
@pytest.mark.parametrize("made", [list, tuple, as_objects])
def test_what_no_page_can_show_is_refused_where_it_is_given(made, value, words) -> None:
    source = ColumnDataSource({"a": [1, 2]})
    with pytest.raises(ValueError, match=f"column 'a' {words}"):
        source.data["a"] = made([None, value])
    with pytest.raises(ValueError, match=f"column 'a' {words}"):
        source.stream({"a": made([None, value])})
    assert source.data == {"a": [1, 2]}


def test_what_is_like_numbers_texts_and_lists_may_stand_in_columns() -> None:
    given = [
        *(np.float16(1), np.array([1, 2]), pd.NaT, pd.NA, Fraction(1, 2), b"a"),
        *(RGB(1, 2, 3), {1}, deque([1]), range(2), array.array("d", [1]), Slider()),
    ]
    assert ColumnDataSource({"a": given}).data["a"] == given


def test_a_column_with_what_has_no_form_is_named() -> None:
    with pytest.raises(LocalProtocolError, match="column 'a': a value of type object"):
        told([[object()]])


@pytest.mark.parametrize("library", [pd, pl], ids=["pandas", "polars"])
def test_a_range_takes_the_factors_of_a_series(library: Any) -> None:
    assert figure(x_range=library.Series(["b", "a"])).x_range.factors == ["b", "a"]


MISFITS: dict[str, tuple[Any, str]] = {
    "complex numbers": (np.array([1j]), r"'z' .* real numbers; use \.real"),
    "one number": (np.array(1.5), "'z' .* at least one dimension"),
    "a number of numpy's": (np.float64(1.5), "'z' .* expected a list"),
    "months that are no dates": (np.array([1], "m8[M]"), "'z' .* has no length"),
    "counts of nothing": (np.array([1], "m8"), "'z' .* has no length"),
    "records": (np.array([(1, 2.0)], "i4,f8"), "'z' .* plain values"),
    "text": ("text", "'z' .* expected a list, tuple or array"),
    "a dict": ({"a": 1}, "'z' .* expected a list, tuple or array"),
    "a set": ({1, 2}, "'z' .* expected a list, tuple or array"),
    "a number": (3, "'z' .* expected a list, tuple or array"),
    "nothing": (None, "'z' .* expected a list, tuple or array"),
}


@pytest.mark.parametrize("name", MISFITS)
def test_what_is_no_column_is_refused_by_name_and_with_the_reason(name: str) -> None:
    column, words = MISFITS[name]
    source = ColumnDataSource({"z": [1]})
    for assign in (
        lambda: ColumnDataSource({"z": column}),
        lambda: setattr(source, "data", {"z": column}),
        lambda: source.data.update(z=column),
        lambda: source.add(column, "z"),
    ):
        with pytest.raises(FieldError, match=rf"ColumnDataSource\.data .*{words}"):
            assign()
    assert source.data == {"z": [1]}


# What they are continued with


def test_times_of_pandas_continue_times() -> None:
    source = ColumnDataSource({"t": pd.date_range("2020-01-01", periods=2)})
    source.stream({"t": [pd.Timestamp("2020-01-03")]})
    source.stream({"t": pd.DatetimeIndex(["2020-01-04"])})
    source.patch({"t": [(0, pd.Timestamp("2019-12-31"))]})
    days = [(row - NEW_YEAR) / DAY for row in told(source.data["t"])]
    assert days == [-1, 1, 2, 3]


@pytest.mark.parametrize(
    "make",
    [np.array, lambda rows: array.array("d", rows)],
    ids=["numpy", "array"],
)
def test_times_continue_a_column_that_is_milliseconds_already(make: Any) -> None:
    source = ColumnDataSource({"t": make([NEW_YEAR])})
    source.stream({"t": np.array(["2020-01-02", "NaT"], "M8[ns]")})
    source.stream({"t": pd.DatetimeIndex(["2020-01-03"], tz="UTC")})
    assert same(
        plain(source.data["t"]), [NEW_YEAR, NEW_YEAR + DAY, NAN, NEW_YEAR + 2 * DAY]
    )


def test_a_series_without_a_name_is_row_0() -> None:
    source = ColumnDataSource(pd.DataFrame({"a": [1]}))
    source.stream(pd.Series({"a": 2}))
    assert source.data["index"].tolist() == [0, 0]


def test_nothing_is_imported_that_the_application_has_not_imported() -> None:
    code = (
        "import sys, array, numpy\n"
        "from syncd.models import ColumnDataSource as S\n"
        "s = S({'a': [1], 'b': (1,), 'c': array.array('d', [1]), 'd': numpy.ones(1)})\n"
        "s.stream({'a': [1], 'b': [1], 'c': [1], 'd': [1]})\n"
        "assert not {'pandas', 'polars', 'pyarrow', 'nanoarrow'} & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
