import math

import pytest

from syncd.models import ColumnDataSource
from syncd.util.hex import axial_to_cartesian, cartesian_to_axial, hexbin


@pytest.mark.parametrize("orientation", ["pointytop", "flattop"])
@pytest.mark.parametrize("aspect", [1, 2])
@pytest.mark.parametrize("hexagon", [(0, 0), (2, -1), (-3, 2)])
def test_a_point_is_counted_where_its_hexagon_is_drawn(orientation, aspect, hexagon):
    x, y = axial_to_cartesian(*hexagon, 0.5, orientation, aspect)
    points = [x, x + 0.1, x - 0.1], [y, y, y]
    found = hexbin(*points, 0.5, orientation, aspect)
    assert found == ([hexagon[0]], [hexagon[1]], [3])
    places = cartesian_to_axial([x], [y], 0.5, orientation, aspect)
    assert places == ([hexagon[0]], [hexagon[1]])


def test_what_is_no_number_is_not_counted() -> None:
    assert hexbin([0, math.nan], [0, 0], 1) == ([0], [0], [1])


def test_an_unknown_orientation_is_refused() -> None:
    with pytest.raises(ValueError, match="orientation is 'sharp'"):
        hexbin([], [], 1, "sharp")


def test_a_source_takes_the_hexagons() -> None:
    bins = hexbin([0, 0, 9], [0, 0, 9], 1)
    assert ColumnDataSource(bins).data["counts"] == [2, 1]


def test_arrays_give_arrays() -> None:
    np = pytest.importorskip("numpy")
    points = np.array([0, 0, 9.0])
    bins = hexbin(points, points, 1)
    assert bins.counts.max() == 2
    assert (bins.counts / bins.counts.sum()).tolist() == [2 / 3, 1 / 3]
    q, r = cartesian_to_axial(points, points, 1, "pointytop")
    assert (q + r).shape == (3,)
    centres, _ = axial_to_cartesian(bins.q, bins.r, 1, "pointytop")
    assert centres.shape == (2,)
