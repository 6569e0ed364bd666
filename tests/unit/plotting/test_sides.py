"""The sides of a figure that axes stand at."""

import pytest

from syncd.plotting import figure


@pytest.mark.parametrize(
    ("name", "place"), [("x_axis_location", "left"), ("y_axis_location", "above")]
)
def test_an_axis_stands_at_a_side_of_its_own_direction(name: str, place: str) -> None:
    """Elsewhere it would not be found by ``p.xaxis``, and show nothing."""
    with pytest.raises(ValueError, match=f"^{name} is {place!r}, expected "):
        figure(**{name: place})
