import pytest

from syncd.errors import FieldError
from syncd.models import Button, Panel
from syncd.plotting import figure


def test_widgets_and_layouts_stand_at_the_sides_of_figures_and_windows_do_not():
    plot = figure()
    button = Button(label="Press")
    plot.add_layout(button, "right")
    plot.add_layout(button, "below")
    assert plot.right == []
    assert plot.below[-1] is button
    assert plot.xaxis[0] is plot.below[0]
    expected = "a Renderer or a LayoutDOM as item 0, which is Panel"
    with pytest.raises(FieldError, match=expected):
        plot.add_layout(Panel(), "right")
