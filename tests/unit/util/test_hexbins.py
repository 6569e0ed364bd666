import math

import pytest

from syncd.util.hexbins import count_hexbins


def centre(q: int, r: int, size: float, orientation: str, aspect: float):
    """Where the browser draws a hexagon."""
    if orientation == "pointytop":
        return size * math.sqrt(3) * (q + r / 2) / aspect, -size * 1.5 * r
    return size * 1.5 * q, -size * math.sqrt(3) * (r + q / 2) * aspect


@pytest.mark.parametrize("orientation", ["pointytop", "flattop"])
@pytest.mark.parametrize("aspect", [1, 2])
@pytest.mark.parametrize("hexagon", [(0, 0), (2, -1), (-3, 2)])
def test_a_point_is_counted_where_its_hexagon_is_drawn(orientation, aspect, hexagon):
    x, y = centre(*hexagon, 0.5, orientation, aspect)
    points = [x, x + 0.1, x - 0.1], [y, y, y]
    assert count_hexbins(*points, 0.5, orientation, aspect) == [(*hexagon, 3)]


def test_what_is_no_number_is_not_counted() -> None:
    assert count_hexbins([0, math.nan], [0, 0], 1) == [(0, 0, 1)]


def test_an_unknown_orientation_is_refused() -> None:
    with pytest.raises(ValueError, match="orientation is 'sharp'"):
        count_hexbins([], [], 1, "sharp")
