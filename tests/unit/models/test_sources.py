import logging
from types import SimpleNamespace

import numpy as np
import pytest

from syncd.document import Document
from syncd.errors import FieldError, RowsError
from syncd.model import ColumnsPatched, ColumnsStreamed
from syncd.models import ColumnDataSource


class FakeSeries(list):
    def to_numpy(self):
        return np.array(self)


class FakeFrame:
    """What a pandas data frame looks like from outside."""

    def __init__(self, columns, index, names=(None,)) -> None:
        self._columns = columns
        self.columns = list(columns)
        self.index = FakeSeries(index)
        self.index.names = list(names)

    @property
    def iloc(self):
        values = list(self._columns.values())

        class Rows:
            def __getitem__(self, key):
                return FakeSeries(values[key[1]])

        return Rows()


@pytest.fixture
def source() -> ColumnDataSource:
    return ColumnDataSource(data={"x": [1, 2], "y": [3, 4]})


def test_data_may_be_given_by_position() -> None:
    assert ColumnDataSource({"x": [1]}).data == {"x": [1]}


def test_data_given_twice_are_refused() -> None:
    with pytest.raises(ValueError, match="one set of data"):
        ColumnDataSource({"x": [1]}, data={})


def test_columns_keep_the_type_that_the_author_gave() -> None:
    array = np.arange(3)
    source = ColumnDataSource({"x": array, "y": [1, 2, 3]})
    assert source.data["x"] is array
    assert source.data["y"] + [4] == [1, 2, 3, 4]


def test_columns_of_unequal_length_are_refused() -> None:
    with pytest.raises(FieldError, match="equal length"):
        ColumnDataSource({"x": [1], "y": [1, 2]})


def test_names_and_length_are_those_of_the_columns(source: ColumnDataSource) -> None:
    assert source.column_names == ["x", "y"]
    assert source.length == 2
    assert ColumnDataSource().length == 0


def test_a_frame_gives_its_columns_and_its_index() -> None:
    frame = FakeFrame({"a": [1, 2], ("b", 1): [3, 4]}, [7, 8])
    source = ColumnDataSource(frame)
    assert source.column_names == ["index", "a", "b_1"]
    assert source.data["index"].tolist() == [7, 8]


def test_a_named_index_gives_a_column_of_that_name() -> None:
    frame = FakeFrame({"a": [1]}, [7], names=["day"])
    assert ColumnDataSource.from_df(frame).keys() == {"day", "a"}


def test_a_series_becomes_an_array() -> None:
    source = ColumnDataSource({"a": FakeSeries([1, 2])})
    assert isinstance(source.data["a"], np.ndarray)


def test_what_can_only_be_iterated_over_becomes_a_list() -> None:
    source = ColumnDataSource({"a": (n for n in range(3)), "b": range(3)})
    assert source.data == {"a": [0, 1, 2], "b": [0, 1, 2]}


def test_added_columns_get_free_names(source: ColumnDataSource) -> None:
    assert source.add([5, 6]) == "Series 2"
    assert source.add([5, 6], "z") == "z"
    assert source.column_names == ["x", "y", "Series 2", "z"]


def test_a_removed_column_is_gone(source: ColumnDataSource) -> None:
    source.remove("y")
    assert source.column_names == ["x"]


def test_removing_what_is_not_there_is_logged(
    source: ColumnDataSource, caplog: pytest.LogCaptureFixture
) -> None:
    source.remove("z")
    assert "'z'" in caplog.text


def test_streamed_rows_are_appended_and_sent_alone(source: ColumnDataSource) -> None:
    document = Document()
    document.add_root(source)
    seen = []
    document.on_commit = seen.append
    source.stream({"x": [5], "y": [6]}, rollover=2)
    assert source.data == {"x": [2, 5], "y": [4, 6]}
    assert isinstance(seen[0].changes[0], ColumnsStreamed)


def test_a_source_without_columns_takes_those_that_are_streamed_first() -> None:
    source, document, heard = ColumnDataSource(), Document(), []
    document.add_root(source)
    source.on_change("data", lambda _, old, new: heard.append((old, dict(new))))
    first = [1, 2, 3]
    source.stream({"x": first, "y": (4, 5, 6)}, rollover=2)
    first[2] = 0
    assert source.data == {"x": [2, 3], "y": [5, 6]}
    assert heard == [({}, {"x": [2, 3], "y": [5, 6]})]
    source.stream({"x": [7], "y": [8]}, rollover=2)
    assert source.data == {"x": [3, 7], "y": [6, 8]}


def test_a_frame_that_is_streamed_first_brings_its_index() -> None:
    source = ColumnDataSource()
    for number in range(2):
        source.stream(FakeFrame({"a": [number]}, [number]))
    assert {name: list(column) for name, column in source.data.items()} == {
        "index": [0, 1],
        "a": [0, 1],
    }


@pytest.mark.parametrize(
    ("rows", "words"),
    [({"x": [1], "y": []}, "lengths are"), ({"x": 1}, "'x' is 1"), ({1: [1]}, "1")],
    ids=["unequal", "a number", "a name"],
)
def test_what_is_no_column_is_refused_of_a_source_without_any(rows, words) -> None:
    source = ColumnDataSource()
    with pytest.raises(RowsError, match=words):
        source.stream(rows)
    assert source.data == {}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ({"x": [1]}, r"missing: \['y'\]"),
        ({"x": [1], "y": [1], "z": [1]}, r"extra: \['z'\]"),
        ({"x": [1], "y": [1, 2]}, "unequal lengths"),
    ],
    ids=["missing", "extra", "unequal"],
)
def test_rows_that_do_not_fit_change_nothing(
    source: ColumnDataSource, rows, words
) -> None:
    with pytest.raises(RowsError, match=words):
        source.stream(rows)
    assert source.length == 2


@pytest.mark.parametrize("indexed", [False, True])
def test_a_streamed_frame_brings_its_index_only_where_there_is_a_column(
    indexed: bool,
) -> None:
    frame = FakeFrame({"a": [1, 2]}, [0, 1])
    source = ColumnDataSource(frame if indexed else {"a": [1, 2]})
    source.stream(FakeFrame({"a": [3]}, [2]))
    assert list(source.data["a"]) == [1, 2, 3]
    assert ("index" in source.data) is indexed


def test_patched_rows_are_sent_alone(source: ColumnDataSource) -> None:
    document = Document()
    document.add_root(source)
    seen = []
    document.on_commit = seen.append
    source.patch({"x": [(0, 9)], "y": [(slice(0, 2), [7, 8])]})
    assert source.data == {"x": [9, 2], "y": [7, 8]}
    assert isinstance(seen[0].changes[0], ColumnsPatched)


def test_patching_an_unknown_column_is_refused(source: ColumnDataSource) -> None:
    with pytest.raises(RowsError, match="z"):
        source.patch({"z": [(0, 9)]})


def test_what_is_no_mapping_is_refused() -> None:
    with pytest.raises(FieldError):
        ColumnDataSource([1, 2])
    with pytest.raises(FieldError):
        ColumnDataSource(SimpleNamespace(columns=1))


def test_logging_is_quiet_about_ordinary_edits(
    source: ColumnDataSource, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    source.data["z"] = [1, 2]
    assert not caplog.records


def test_data_may_be_replaced_by_a_frame(source: ColumnDataSource) -> None:
    source.data = FakeFrame({"a": [1, 2]}, [7, 8])
    assert source.column_names == ["index", "a"]
    assert source.data["a"].tolist() == [1, 2]


def test_groups_give_their_statistics() -> None:
    groups = SimpleNamespace(
        groups={"b": [1], "a": [0]},
        describe=lambda: FakeFrame({("x", "mean"): [1.5, 2.5]}, ["a", "b"], ["name"]),
    )
    assert ColumnDataSource(groups).data["x_mean"].tolist() == [1.5, 2.5]


@pytest.mark.parametrize("rows", [None, 5, [1, 2], "ab", [{"x": 1}], np.arange(2)])
def test_what_is_no_table_cannot_be_streamed(rows):
    source = ColumnDataSource({"x": [1]})
    with pytest.raises(RowsError, match=r"ColumnDataSource\.stream: "):
        source.stream(rows)
    assert source.data["x"] == [1]
