"""Tables of the real libraries, as sources."""

from typing import Any

import numpy as np
import pytest

from syncd.errors import FieldError, RowsError
from syncd.models import ColumnDataSource


# Missing where the package is tried with the oldest numpy that it takes.
pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")
pa = pytest.importorskip("pyarrow")


FRAME = pd.DataFrame(
    {"n": [1, 2, 3], "word": ["a", "b", "a"], "x": [0.5, None, 1.5]},
    index=pd.Index([10, 20, 30], name="row"),
)

TABLES: dict[str, tuple[Any, list[str]]] = {
    "pandas": (FRAME, ["row", "n", "word", "x"]),
    "pandas without a name": (
        FRAME.reset_index(drop=True),
        ["index", "n", "word", "x"],
    ),
    "pandas that has an index column": (
        pd.DataFrame({"index": [1], "x": [2]}),
        ["level_0", "index", "x"],
    ),
    "pandas with levels": (
        FRAME.set_index(["word", "n"]),
        ["word_n", "x"],
    ),
    "pandas with levels of which one has no name": (
        pd.DataFrame(
            {"x": [1]}, index=pd.MultiIndex.from_tuples([("a", 1)], names=["a", None])
        ),
        ["index", "x"],
    ),
    "pandas with levels of columns": (
        pd.DataFrame(
            [[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", 1)])
        ),
        ["index", "a_x", "a_1"],
    ),
    "pandas with numbers as names": (pd.DataFrame([[1, 2]]), ["index", "0", "1"]),
    "pandas with an index of a zone": (
        pd.DataFrame(
            {"x": [1]}, index=pd.date_range("2020", periods=1, tz="UTC", name="when")
        ),
        ["when", "x"],
    ),
    "pandas grouped": (
        FRAME.groupby("word")[["x"]],
        [
            "word",
            *(
                f"x_{what}"
                for what in ("count", "mean", "std", "min", "25%", "50%", "75%", "max")
            ),
        ],
    ),
    "pandas grouped by two": (
        FRAME.groupby(["word", "n"])[["x"]],
        [
            "word_n",
            *(
                f"x_{what}"
                for what in ("count", "mean", "std", "min", "25%", "50%", "75%", "max")
            ),
        ],
    ),
    "polars": (pl.DataFrame({"n": [1], "word": ["a"]}), ["index", "n", "word"]),
    "polars that has an index column": (
        pl.DataFrame({"index": [1], "x": [2]}),
        ["level_0", "index", "x"],
    ),
    "polars without rows": (pl.DataFrame({"n": []}), ["index", "n"]),
    "arrow table": (pa.table({"n": [1], "word": ["a"]}), ["index", "n", "word"]),
    "arrow batch": (pa.record_batch({"n": [1]}), ["index", "n"]),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_gives_its_columns(name: str) -> None:
    table, names = TABLES[name]
    source = ColumnDataSource(table)
    assert source.column_names == names
    source.data = {}
    source.data = table
    assert source.column_names == names
    assert ColumnDataSource.from_df(table).keys() == set(names)


@pytest.mark.parametrize(
    "table",
    [pl.DataFrame({"x": [5.0, 6.0, 7.0]}), pa.table({"x": [5.0, 6.0, 7.0]})],
    ids=["polars", "arrow"],
)
def test_rows_without_an_index_are_numbered(table: Any) -> None:
    source = ColumnDataSource(table)
    assert source.data["index"].tolist() == [0, 1, 2]
    source.stream(table[:1])
    assert source.data["index"].tolist() == [0, 1, 2, 0]
    with pytest.raises(RowsError, match="index"):
        source.stream({"x": [8.0]})


class Capsules:
    """A table, or a column, that only exports itself as Arrow has it in memory."""

    def __init__(self, table: Any) -> None:
        self._table = table

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self._table.__arrow_c_stream__(requested_schema)


class Interchange:
    """A table that only speaks the protocol between data frames."""

    def __init__(self, table: Any) -> None:
        self._table = table

    def __dataframe__(self, **options: Any) -> Any:
        return self._table.__dataframe__(**options)


def test_a_table_that_only_exports_itself_is_read() -> None:
    table = pa.table({"n": [1, 2], "word": ["a", "b"]})
    for exported in (Capsules(table), Interchange(table)):
        source = ColumnDataSource(exported)
        assert source.data["n"].tolist() == [1, 2]
        assert source.data["word"].tolist() == ["a", "b"]


def test_a_column_that_only_exports_itself_is_read() -> None:
    source = ColumnDataSource({"n": Capsules(pa.chunked_array([[1, 2]]))})
    assert list(source.data["n"]) == [1, 2]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pl.LazyFrame({"a": [1]}), r"a LazyFrame has no rows yet; use \.collect\(\)"),
        (pl.DataFrame({"a": [1]}).group_by("a"), r"GroupBy .* use \.agg"),
        (pl.Series([1]), r"a Series is one column; use \.to_frame\(\)"),
        (pd.Series([1]), r"a Series is one column; use \.to_frame\(\)"),
        ([1, 2], "a dict of columns"),
        ({"x": [1, 2], "y": [1]}, r"the lengths are \{'x': 2, 'y': 1\}"),
        ({1: [1]}, "a column is called 1, expected a string"),
    ],
    ids=[
        "lazy",
        "groups",
        "polars series",
        "pandas series",
        "list",
        "unequal",
        "names",
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(data: Any, words: str) -> None:
    source = ColumnDataSource({"z": [1]})
    with pytest.raises(FieldError, match=rf"ColumnDataSource\.data .*{words}"):
        ColumnDataSource(data)
    with pytest.raises(FieldError, match=rf"ColumnDataSource\.data .*{words}"):
        source.data = data
    assert source.data == {"z": [1]}


def test_two_columns_of_a_name_are_told_in_the_log(caplog: Any) -> None:
    source = ColumnDataSource(pd.DataFrame([[1, 2]], columns=["a", "a"]))
    assert source.data["a"].tolist() == [2]
    assert "several columns are called 'a'" in caplog.text


def test_what_is_no_frame_gives_no_columns() -> None:
    with pytest.raises(TypeError, match="data frame"):
        ColumnDataSource.from_df([1])


def test_groups_give_their_statistics() -> None:
    columns = ColumnDataSource.from_groupby(FRAME.groupby("word")[["n"]])
    assert columns["word"].tolist() == ["a", "b"]
    assert columns["n_mean"].tolist() == [2.0, 2.0]


# Rows, and back


def test_streamed_frames_bring_what_the_source_has_columns_for() -> None:
    with_index = ColumnDataSource(FRAME)
    with_index.stream(FRAME.iloc[:1])
    assert with_index.data["row"].tolist() == [10, 20, 30, 10]
    without = ColumnDataSource({"n": [1], "word": ["a"], "x": [0.5]})
    without.stream(FRAME, rollover=2)
    assert without.data["n"] == [2, 3]
    without.stream(pl.DataFrame({"n": [4], "word": ["z"], "x": [1.0]}))
    without.stream(pa.table({"n": [5], "word": ["y"], "x": [1.0]}))
    assert without.data["n"] == [2, 3, 4, 5]
    assert without.data["word"] == ["b", "a", "z", "y"]


def test_a_streamed_series_is_one_row() -> None:
    source = ColumnDataSource(FRAME)
    source.stream(pd.Series({"row": 40, "n": 4, "word": "c", "x": 2.5}))
    plain = ColumnDataSource({"index": [0], "n": np.array([1.0])})
    plain.stream(pd.Series({"n": 2.0}, name=7))
    assert source.data["n"].tolist() == [1, 2, 3, 4]
    assert source.data["word"].tolist() == ["a", "b", "a", "c"]
    assert source.data["x"].dtype == float
    assert plain.data == {"index": [0, 7], "n": pytest.approx([1.0, 2.0])}


def test_columns_of_a_frame_are_the_rows_of_others() -> None:
    source = ColumnDataSource({"n": [0], "word": ["z"]})
    source.stream({"n": FRAME["n"], "word": pl.Series(["a", "b", "c"])})
    assert source.data["n"] == [0, 1, 2, 3]
    assert source.data["word"] == ["z", "a", "b", "c"]


def test_a_frame_comes_back() -> None:
    frame = ColumnDataSource(FRAME).to_df().set_index("row")
    pd.testing.assert_frame_equal(frame, FRAME, check_dtype=False)


def test_a_frame_has_the_rows_that_are_drawn_and_images_as_objects() -> None:
    source = ColumnDataSource({"n": [1, 2], "m": [5, 6], "image": np.zeros((2, 3, 3))})
    source.data["n"] = [1]
    frame = source.to_df()
    assert (frame["n"].tolist(), frame["m"].tolist()) == ([1], [5])
    assert frame["image"][0].shape == (3, 3)
