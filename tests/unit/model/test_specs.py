"""Values for all rows, and columns of them."""

import pytest

from syncd.core.properties import value
from syncd.errors import FieldError
from syncd.models import HBar


def test_a_name_on_an_axis_of_names_is_a_value():
    bar = HBar(y=value("Office"))
    assert bar.y == {"value": "Office"}
    assert HBar(y=value(("Office", "Pens"))).y == {"value": ("Office", "Pens")}
    with pytest.raises(FieldError):
        HBar(y=value(("a", 1)))
