import datetime as dt

import pytest

from syncd.errors import FieldError
from syncd.models import (
    Arrow,
    BasicTicker,
    BoxAnnotation,
    ColorBar,
    FixedTicker,
    Label,
    LabelSet,
    OpenHead,
    PolyAnnotation,
    Range1d,
    SizeBar,
    Span,
    TeeHead,
    Whisker,
)
from syncd.plotting import figure


def test_values_of_annotations_may_be_times_or_factors() -> None:
    assert Span(location=dt.datetime(1970, 1, 2)).location == 86_400_000  # noqa: DTZ001
    assert BoxAnnotation(left=dt.datetime(1970, 1, 2), right="b").right == "b"  # noqa: DTZ001


@pytest.mark.parametrize("factor", ["a", ("a", "b"), ("a", "b", "c")])
def test_annotations_stand_at_factors_of_any_level(factor) -> None:
    assert Span(location=factor).location == factor
    box = BoxAnnotation(left=factor, right=factor, top=factor, bottom=factor)
    assert {box.left, box.right, box.top, box.bottom} == {factor}
    assert Label(x=factor, y=factor).x == factor
    assert PolyAnnotation(xs=[factor, 1], ys=[2, factor]).xs == [factor, 1]


def test_a_label_says_its_text_and_a_set_that_of_a_column() -> None:
    assert Label(text="x").wire_value("text") == "x"
    assert LabelSet(text="x").wire_value("text") == {"field": "x"}


def test_arrows_and_whiskers_have_heads_of_their_own() -> None:
    assert isinstance(Arrow().end, OpenHead)
    assert Arrow().start is None
    one, other = Whisker(), Whisker()
    assert isinstance(one.upper_head, TeeHead)
    assert one.upper_head is not other.upper_head
    assert Whisker(lower_head=None).lower_head is None
    assert one.level == "underlay"  # the boxes of a box plot stand over it


def test_a_colour_bar_takes_a_ticker_or_its_values() -> None:
    assert ColorBar().ticker == "auto"
    assert isinstance(ColorBar(ticker=BasicTicker()).ticker, BasicTicker)
    assert isinstance(ColorBar(ticker=[1, 2]).ticker, FixedTicker)
    with pytest.raises(FieldError, match="ticker"):
        ColorBar(ticker="often")


def test_renderers_can_be_of_a_further_range() -> None:
    plot = figure(y_range=(0, 1))
    plot.extra_y_ranges = {"other": Range1d(0, 10)}
    plot.extra_y_ranges["third"] = Range1d(5, 6)
    renderer = plot.line([1], [1], y_range_name="other")
    assert renderer.y_range_name == "other"
    assert renderer.x_range_name == "default"
    assert {plot.extra_y_ranges["third"], plot.extra_y_ranges["other"]} <= set(
        plot.held()
    )


def test_a_bar_of_sizes_takes_a_renderer_and_the_radii_to_show() -> None:
    renderer = figure().circle([1], [1], radius=2)
    bar = SizeBar(renderer=renderer, bounds=(1, 3), width="max")
    assert (bar.renderer, bar.bounds, bar.height) == (renderer, (1, 3), 50)
    with pytest.raises(FieldError, match="renderer"):
        SizeBar(renderer="first")
