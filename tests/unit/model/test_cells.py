"""Parts of rows that are arrays, set by an index with several parts."""

import array
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncd.errors import RowsError
from syncd.model import Model
from syncd.model.specs import Columns


class Album(Model):
    """A source of images."""

    data: Columns = {}


def image() -> Any:
    return np.arange(12.0).reshape(3, 4)


FORMS = {
    "a list of arrays": lambda: [image(), image()],
    "an array of three dimensions": lambda: np.stack([image(), image()]),
    "nested lists": lambda: [image().tolist(), image().tolist()],
    "lists of arrays": lambda: [[*image()], [*image()]],
    "lists of standard arrays": lambda: [
        [array.array("d", line) for line in image()] for _ in range(2)
    ],
}


def plain(value: Any) -> Any:
    """Return whatever a column is made of as lists."""
    return [plain(item) for item in value] if hasattr(value, "__len__") else value


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize(
    ("index", "value"),
    [
        ((1, 2, 3), 50),
        ((1, 2, 3), [50]),
        ((1, 2, 3), np.array([50.0])),
        ((1, slice(None), 0), [50, 51, 52]),
        ((1, slice(0, 3, 2), slice(1, 3)), [[50, 51], [52, 53]]),
        ((1, 0, slice(None)), np.array([50, 51, 52, 53])),
        ([1, slice(1, 2), slice(None, 2)], (50, 51)),
        ((1, slice(1, 1), 0), []),
        ((np.int64(1), slice(2, 3), slice(2, 4)), np.array([[50.0, 51.0]])),
    ],
    ids=str,
)
def test_cells_of_one_row_are_set(make: Any, index: Any, value: Any) -> None:
    given, expected = make(), np.stack([image(), image()])
    before = plain(given)
    expected[tuple(index)] = np.reshape(value, expected[tuple(index)].shape)
    album = Album(data={"image": given})
    album.data.patch({"image": [(index, value)]})
    assert plain(album.data["image"]) == expected.tolist()
    assert plain(given) == before


def test_a_row_is_set_either_whole_or_in_part() -> None:
    album = Album(data={"image": [[1, 2], [3, 4], [5, 6]]})
    for whole in ((1, [7, 8]), (slice(0, 2), [[7, 8]] * 2)):
        with pytest.raises(RowsError, match="as a whole and in part: row 1; use two"):
            album.data.patch({"image": [((1, 0), 5), whole]})
    assert album.data["image"] == [[1, 2], [3, 4], [5, 6]]
    album.data.patch({"image": [((1, 0), 5), (0, [9]), ((1, 1), 6)]})
    assert album.data["image"] == [[9], [5, 6], [5, 6]]


def test_rows_that_nobody_else_holds_are_not_copied_for_every_patch() -> None:
    album = Album(data={"image": [image(), image().tolist()]})
    album.data.patch({"image": [((0, 0, 0), 9), ((1, 0, 0), 9)]})
    known = [id(row) for row in album.data["image"]]
    album.data.patch({"image": [((0, 0, 1), 9), ((1, 0, 1), 9)]})
    assert [id(row) for row in album.data["image"]] == known
    read, inner = album.data["image"][0], album.data["image"][1][0]
    album.data.patch({"image": [((0, 0, 2), 9), ((1, 0, 2), 9)]})
    assert (read[0, 2], inner[2]) == (2, 2)
    assert (album.data["image"][0][0, 2], album.data["image"][1][0][2]) == (9, 9)


def test_rows_that_cannot_be_written_to_are_copied() -> None:
    frozen = np.frombuffer(np.arange(4.0).tobytes()).reshape(2, 2)
    album = Album(data={"image": [frozen, ((1, 2), (3, 4))]})
    album.data.patch({"image": [((0, 0, 0), 9), ((1, 0, 0), 9)]})
    assert plain(album.data["image"]) == [[[9, 1], [2, 3]], [[9, 2], [3, 4]]]
    assert frozen[0, 0] == 0


def test_peers_are_told_what_an_array_made_of_the_values() -> None:
    album = Album(data={"image": [np.zeros((2, 2), "uint8")]})
    checked = album.data.check_patches(
        {"image": [((0, slice(None), 1), [1.0, 2]), ((0, 0, 0), True)]}
    )
    (_, values), (index, value) = checked["image"]
    assert (values.dtype, values.tolist()) == ("uint8", [1, 2])
    assert (index, value, value.dtype) == ((0, 0, 0), 1, "uint8")


@pytest.mark.parametrize(
    ("index", "value", "words"),
    [
        ((), 1, "followed by"),
        ((0,), 1, "followed by"),
        ((slice(0, 1), 0, 0), [1], "expected one row"),
        ((2, 0, 0), 1, "2 is outside a length of 2"),
        ((-1, 0, 0), 1, "-1 is outside"),
        ((0, 3, 0), 1, "3 is outside a length of 3"),
        ((0, 0), 1, "row 0 has 2 dimensions"),
        ((0, 0, 0, 0), 1, "row 0 has 2 dimensions"),
        ((0, slice(0, 4), 0), [1] * 4, "outside a length of 3"),
        ((0, slice(-1, None), 0), [1], "outside a length of 3"),
        ((0, "a", 0), 1, "'a' is no integer"),
        ((0, True, 0), 1, "True is no integer"),
        ((0, slice(0, 2), 0), [1], "needs 2 values, got 1"),
        ((0, slice(0, 2), 0), 1, "needs several values, got 1"),
        ((0, 0, 0), "words", "cannot hold 'words'"),
        ((0, 0, 0), [1, 2], "cannot hold"),
        ((0, slice(0, 2), 0), ["a", "b"], "cannot hold"),
    ],
    ids=str,
)
def test_an_index_or_values_that_do_not_fit_change_nothing(
    index: Any, value: Any, words: str
) -> None:
    album = Album(data={"image": [image(), image()], "x": [1, 2]})
    with pytest.raises(RowsError, match=words):
        album.data.patch({"x": [(0, 9)], "image": [((0, 0, 0), 99), (index, value)]})
    assert album.data["x"] == [1, 2]
    assert plain(album.data["image"]) == [image().tolist()] * 2


def test_rows_without_a_shape_have_no_cells() -> None:
    ragged = Album(data={"image": [[[1, 2], [3]]]})
    with pytest.raises(RowsError, match="its lists differ in length"):
        ragged.data.patch({"image": [((0, slice(None), 0), [1, 2])]})
    flat = Album(data={"image": np.arange(3.0)})
    with pytest.raises(RowsError, match="row 1 has 0 dimensions"):
        flat.data.patch({"image": [((1, 0), 1)]})


@st.composite
def edits(draw: st.DrawFn) -> tuple[tuple[int, ...], tuple[Any, ...]]:
    """Return the shape of a column and an index of cells in it."""
    shape = tuple(draw(st.lists(st.integers(1, 4), min_size=2, max_size=4)))

    def part(length: int) -> Any:
        start, stop = draw(st.integers(0, length)), draw(st.integers(0, length))
        return slice(start, stop, draw(st.integers(1, 3)))

    inner = [
        draw(st.integers(0, length - 1)) if draw(st.booleans()) else part(length)
        for length in shape[1:]
    ]
    return shape, (draw(st.integers(0, shape[0] - 1)), *inner)


@given(edits())
def test_lists_and_arrays_are_set_as_numpy_would(edit: Any) -> None:
    shape, index = edit
    whole = np.arange(float(np.prod(shape))).reshape(shape)
    expected = whole.copy()
    value: Any = -1.0
    if any(isinstance(part, slice) for part in index):
        value = -1.0 - np.arange(expected[index].size)
        expected[index] = value.reshape(expected[index].shape)
    else:
        expected[index] = value
    for given_ in (whole, whole.tolist()):
        album = Album(data={"image": given_})
        album.data.patch({"image": [(index, value)]})
        assert plain(album.data["image"]) == expected.tolist()
