"""Columns: streaming and patching rows."""

import array
import datetime as dt
from typing import Any

import numpy as np
import pytest

from syncd.document import Document
from syncd.errors import FieldError, RowsError
from syncd.model import ColumnsChanged, ColumnsStreamed, FieldChanged, Model
from syncd.model.specs import Columns


class Table(Model):
    """A source of rows."""

    data: Columns = {}


@pytest.fixture
def table() -> Table:
    return Table(data={"x": [1, 2, 3], "y": [4.0, 5.0, 6.0]})


def changes_of(table: Table, edit: Any) -> list[Any]:
    """Return what an edit records in a document."""
    document = Document()
    document.add_root(table)
    seen: list[Any] = []
    document.on_commit = lambda transaction: seen.extend(transaction.changes)
    edit()
    return seen


@pytest.mark.parametrize(
    ("rollover", "expected"),
    [
        (None, [1, 2, 3, 7, 8]),
        (4, [2, 3, 7, 8]),
        (1, [8]),
        (9, [1, 2, 3, 7, 8]),
    ],
)
def test_streamed_rows_are_appended_and_rolled_over(
    table: Table, rollover: int | None, expected: list[int]
) -> None:
    table.data.stream({"x": [7, 8], "y": [9, 9]}, rollover)
    assert table.data["x"] == expected
    assert table.data.dropped == 5 - len(expected)


@pytest.mark.parametrize(
    "make",
    [np.array, lambda v: array.array("d", v), list, tuple],
    ids=["numpy", "array", "list", "tuple"],
)
def test_columns_of_every_type_can_be_streamed(make: Any) -> None:
    table = Table(data={"x": make([1.0, 2.0])})
    table.data.stream({"x": make([3.0])}, 2)
    assert list(table.data["x"]) == [2.0, 3.0]


@pytest.mark.parametrize(
    "rows",
    [
        {"x": [1]},
        {"x": [1], "y": [1], "z": [1]},
        {"x": [1], "y": [1, 2]},
        {"x": 1, "y": 1},
        {"x": "a", "y": "b"},
    ],
)
def test_rows_that_do_not_fit_change_nothing(table: Table, rows: Any) -> None:
    with pytest.raises(RowsError):
        table.data.stream(rows)
    assert table.data == {"x": [1, 2, 3], "y": [4.0, 5.0, 6.0]}


def test_streaming_leaves_the_authors_list_alone() -> None:
    mine = [1]
    one, other = Table(data={"x": mine}), Table(data={"x": mine})
    one.data.stream({"x": [2]})
    assert (mine, one.data["x"], other.data["x"]) == ([1], [1, 2], [1])


@pytest.mark.parametrize(
    ("patches", "expected"),
    [
        ({"x": [(0, 9)]}, [9, 2, 3]),
        ({"x": [(slice(1, 3), [8, 9])]}, [1, 8, 9]),
        ({"x": [(slice(0, 3, 2), [8, 9])]}, [8, 2, 9]),
        ({"x": [(2, 7), (2, 8)]}, [1, 2, 8]),
        ({"x": [(slice(None), [7, 8, 9])]}, [7, 8, 9]),
    ],
)
def test_patches_set_rows(table: Table, patches: Any, expected: list[int]) -> None:
    table.data.patch(patches)
    assert table.data["x"] == expected


@pytest.mark.parametrize(
    "patches",
    [
        {"z": [(0, 1)]},
        {"x": [(3, 1)]},
        {"x": [(-1, 1)]},
        {"x": [(True, 1)]},
        {"x": [("0", 1)]},
        {"x": [(slice(0, 4), [1, 2, 3, 4])]},
        {"x": [(slice(0, 2), [1])]},
        {"x": [(slice(0, 2), 1)]},
        {"x": [(slice(-2, None), [1, 2])]},
        {"x": [(0, 9), (9, 9)]},
        {"x": [3]},
    ],
)
def test_a_bad_patch_changes_nothing(table: Table, patches: Any) -> None:
    with pytest.raises(RowsError):
        table.data.patch(patches)
    assert table.data["x"] == [1, 2, 3]


def test_only_changed_columns_are_recorded(table: Table) -> None:
    def edit() -> None:
        table.data = {"x": [1, 2, 3], "y": [0.0, 0.0, 0.0]}

    (change,) = changes_of(table, edit)
    assert isinstance(change, ColumnsChanged)
    assert change.columns == ("y",)


def test_equal_arrays_are_not_recorded() -> None:
    table = Table(data={"x": np.arange(5.0)})

    def edit() -> None:
        table.data = {"x": np.arange(5.0)}

    assert not changes_of(table, edit)


def test_other_column_names_record_the_whole_field(table: Table) -> None:
    def edit() -> None:
        table.data = {"x": [1, 2, 3]}

    (change,) = changes_of(table, edit)
    assert isinstance(change, FieldChanged)


def test_an_item_records_its_column(table: Table) -> None:
    def edit() -> None:
        table.data["y"] = [0, 0, 0]

    (change,) = changes_of(table, edit)
    assert change.columns == ("y",)


def test_streams_in_one_transaction_are_joined(table: Table) -> None:
    def edit() -> None:
        with table.document.transact():
            for row in range(5):
                table.data.stream({"x": [row], "y": [row]})

    (change,) = changes_of(table, edit)
    assert isinstance(change, ColumnsStreamed)
    assert change.columns["x"] == [0, 1, 2, 3, 4]


def test_rows_streamed_into_a_replaced_column_are_sent_with_it(table: Table) -> None:
    def edit() -> None:
        with table.document.transact():
            table.data["y"] = [0, 0, 0]
            table.data.stream({"x": [4], "y": [1]})

    (change,) = changes_of(table, edit)
    assert isinstance(change, FieldChanged)
    assert table.data["y"] == [0, 0, 0, 1]


@pytest.mark.parametrize(
    "make",
    [np.array, lambda values: array.array("q", values)],
    ids=["numpy", "array"],
)
def test_peers_are_told_what_a_typed_column_stores(make: Any) -> None:
    table = Table(data={"x": make([1, 2, 3])})

    def edit() -> None:
        table.data.patch({"x": [(0, np.int64(9)), (slice(1, 3), [7, 8])]})

    (change,) = changes_of(table, edit)
    assert list(table.data["x"]) == [9, 7, 8]
    (_, first), (_, rest) = change.patches["x"]
    assert (first, list(rest)) == (9, [7, 8])


def test_a_number_is_told_as_it_is_stored() -> None:
    table = Table(data={"x": np.array([1, 2, 3])})
    (change,) = changes_of(table, lambda: table.data.patch({"x": [(0, 1.5)]}))
    assert change.patches["x"][0][1] == table.data["x"][0] == 1.5


@pytest.mark.parametrize(
    "patches",
    [
        {"x": [(1, 5), (0, "text")]},
        {"x": [(slice(0, 2), ["a", "b"])]},
        {"x": [(0, None)]},
    ],
    ids=["text", "texts", "none"],
)
@pytest.mark.parametrize(
    "make",
    [np.array, lambda values: array.array("q", values)],
    ids=["numpy", "array"],
)
def test_a_value_that_a_typed_column_cannot_hold_changes_nothing(
    make: Any, patches: Any
) -> None:
    table = Table(data={"x": make([1, 2, 3])})
    with pytest.raises(RowsError, match="cannot hold"):
        table.data.patch(patches)
    assert list(table.data["x"]) == [1, 2, 3]


def test_texts_do_not_turn_a_column_of_numbers_into_texts() -> None:
    table = Table(data={"x": np.array([1.0, 2.0])})
    with pytest.raises(RowsError, match="cannot be continued"):
        table.data.stream({"x": ["a"]})
    table.data.stream({"x": [3]})
    assert table.data["x"].tolist() == [1.0, 2.0, 3.0]


@pytest.mark.parametrize("unit", ["ns", "us", "D"])
def test_times_of_every_kind_continue_a_column_of_times(unit: str) -> None:
    table = Table(data={"x": np.array(["2024-01-01"], dtype=f"datetime64[{unit}]")})
    zone = dt.timezone(dt.timedelta(hours=1))
    table.data.stream({"x": [dt.datetime(2024, 1, 2), np.datetime64("2024-01-03")]})  # noqa: DTZ001
    table.data.stream({"x": [dt.datetime(2024, 1, 4, tzinfo=zone)]})
    table.data.patch({"x": [(0, dt.datetime(2023, 1, 1, tzinfo=zone))]})
    days = ["2023-01-01", "2024-01-02", "2024-01-03", "2024-01-04"]
    assert table.data["x"].dtype == np.dtype(f"datetime64[{unit}]")
    assert (table.data["x"] == np.array(days, dtype="datetime64")).all()


def test_what_is_no_time_does_not_get_into_a_column_of_times() -> None:
    table = Table(data={"x": np.array(["2024-01-01"], dtype="datetime64[ns]")})
    with pytest.raises(RowsError, match="cannot hold"):
        table.data.stream({"x": ["noon"]})
    assert len(table.data["x"]) == 1


@pytest.mark.parametrize("empty", [[], np.array([])], ids=["list", "array"])
def test_times_stay_times_in_an_empty_column(empty: Any) -> None:
    table = Table(data={"x": empty})
    table.data.stream({"x": np.array(["2024-01-01"], dtype="datetime64[ns]")})
    assert np.datetime64(table.data["x"][0]) == np.datetime64("2024-01-01")


def test_a_series_becomes_an_array() -> None:
    class Series(list):
        def to_numpy(self):
            return np.array(self)

    table = Table(data={"x": Series([1, 2])})
    assert isinstance(table.data["x"], np.ndarray)
    table.data["x"] = Series([3, 4])
    assert isinstance(table.data["x"], np.ndarray)


@pytest.mark.parametrize("column", [[1, 2, 3], np.array([1, 2, 3])])
def test_the_columns_of_another_source_are_not_edited_with_it(column):
    first = Table(data={"x": column})
    first.data.stream({"x": [4]})
    second = Table(data=first.data)
    first.data.stream({"x": [5]})
    first.data.patch({"x": [(0, 0)]})
    assert [*second.data["x"]] == [1, 2, 3, 4]
    assert [*first.data["x"]] == [0, 2, 3, 4, 5]


def test_what_has_no_length_is_no_column():
    class Picture:
        __array_interface__: dict[str, Any] = {}

    with pytest.raises(FieldError):
        Table(data={"x": Picture()})


HOLDERS = {
    "list": lambda: [1, 2, 3],
    "array": lambda: array.array("d", [1, 2, 3]),
    "numpy": lambda: np.array([1.0, 2.0, 3.0]),
}


@pytest.mark.parametrize("make", HOLDERS.values(), ids=HOLDERS)
@pytest.mark.parametrize("edited", ["first", "second"])
def test_sources_made_of_one_anothers_columns_share_none(make, edited: str) -> None:
    first = Table(data={"x": make()})
    first.data.stream({"x": [4]})  # the column is the source's own from now on
    sources = {"first": first, "second": Table(data=dict(first.data))}
    sources[edited].data.patch({"x": [(0, 9)]})
    sources[edited].data.stream({"x": [5]})
    other = sources["second" if edited == "first" else "first"]
    assert list(other.data["x"]) == [1, 2, 3, 4]
    assert list(sources[edited].data["x"]) == [9, 2, 3, 4, 5]


@pytest.mark.parametrize("make", HOLDERS.values(), ids=HOLDERS)
def test_a_column_that_was_read_stays_as_it_was(make) -> None:
    table = Table(data={"x": make()})
    table.data.stream({"x": [4]})
    read, part = table.data["x"], table.data["x"][1:]
    table.data.patch({"x": [(1, 9)]})
    table.data.stream({"x": [5]}, 4)
    assert list(read) == [1, 2, 3, 4]
    assert list(part) == [2, 3, 4]
    assert list(table.data["x"]) == [9, 3, 4, 5]


@pytest.mark.parametrize("name", ["list", "array"])
def test_a_column_that_nobody_else_holds_is_copied_once(name: str) -> None:
    table = Table(data={"x": HOLDERS[name]()})
    table.data.stream({"x": [4]})
    known = id(table.data["x"])
    for _ in range(3):
        table.data.stream({"x": [5]}, 6)
        table.data.patch({"x": [(0, 7)]})
        assert id(table.data["x"]) == known


@pytest.mark.parametrize("rollover", [0, -1, np.int64(0)])
@pytest.mark.parametrize("rows", [[7], []])
@pytest.mark.parametrize("make", [list, tuple, np.array])
def test_a_rollover_below_one_leaves_no_rows(
    make: Any, rows: list[int], rollover: Any
) -> None:
    table = Table(data={"x": make([1, 2])})
    (change,) = changes_of(
        table, lambda: table.data.stream({"x": make(rows)}, rollover)
    )
    assert list(table.data["x"]) == []
    assert table.data.dropped == 2 + len(rows)
    assert (type(change), change.rollover) == (ColumnsStreamed, 0)


@pytest.mark.parametrize("rollover", [1.5, "3"])
def test_a_rollover_that_is_no_number_of_rows_is_refused(
    table: Table, rollover: Any
) -> None:
    before = dict(table.data)
    with pytest.raises(ValueError, match="expected None or how many rows to keep"):
        table.data.stream({"x": [7], "y": [8]}, rollover)
    assert table.data == before


@pytest.mark.parametrize("index", [3, 4, -1])
def test_an_index_behind_the_last_row_is_refused(table: Table, index: int) -> None:
    with pytest.raises(ValueError, match=rf"index {index} .* outside its 3 rows"):
        table.data.patch({"x": [(0, 9), (index, 9)]})
    assert table.data["x"] == [1, 2, 3]


@pytest.mark.parametrize(
    "remove",
    [
        lambda data: data.__delitem__("y"),
        lambda data: data.pop("y"),
        lambda data: data.popitem(),
    ],
    ids=["del", "pop", "popitem"],
)
def test_a_column_can_be_removed_while_lengths_are_unequal(remove: Any) -> None:
    table = Table(data={"x": [1, 2], "z": [1, 2], "y": [1, 2]})
    table.data["x"] = [1]
    (change,) = changes_of(table, lambda: remove(table.data))
    assert isinstance(change, FieldChanged)
    assert table.data == {"x": [1], "z": [1, 2]}


def test_removing_what_is_not_there_changes_nothing() -> None:
    table = Table(data={"x": [1]})
    assert not changes_of(table, lambda: table.data.pop("y", None))
    with pytest.raises(KeyError):
        del table.data["y"]


def test_arrays_streamed_into_arrays_move_nothing_that_anybody_holds() -> None:
    table = Table(data={"x": np.zeros(0)})
    known: list[float] = []
    held: list[tuple[Any, list[float]]] = []
    for step in range(60):
        rows = np.arange(step, step + 1 + step % 7, dtype=float)
        table.data.stream({"x": rows}, 40)
        rows[:] = -1  # the author fills it again
        known = [*known, *(float(step + at) for at in range(1 + step % 7))][-40:]
        if step % 5 == 3:
            table.data.patch({"x": [(0, 99.0)]})
            known[0] = 99.0
        if step % 4 == 1:
            held.append((table.data["x"], list(known)))
        assert table.data["x"].tolist() == known
    for column, expected in held:
        assert column.tolist() == expected


def test_an_array_of_a_source_has_no_more_room_than_twice_its_rows() -> None:
    table = Table(data={"x": np.zeros(0)})
    for _ in range(50):
        table.data.stream({"x": np.ones(300)}, 1000)
        buffer = table.data["x"].base
        assert len(buffer) <= 2 * len(table.data["x"])


def test_more_arrays_than_are_kept_leave_the_last_rows() -> None:
    table = Table(data={"x": np.arange(5.0)})
    table.data.stream({"x": np.arange(100.0)}, 3)
    assert table.data["x"].tolist() == [97.0, 98.0, 99.0]
    assert table.data.dropped == 102
