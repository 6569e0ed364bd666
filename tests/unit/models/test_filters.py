import numpy as np
import pytest

from syncd.models import (
    AllIndices,
    BooleanFilter,
    CDSView,
    ColumnDataSource,
    GroupFilter,
    IndexFilter,
    IntersectionFilter,
)
from syncd.plotting import figure


def test_filters_take_what_they_are_about_by_position() -> None:
    assert IndexFilter([1, 2]).indices == [1, 2]
    assert BooleanFilter(np.array([True, False])).booleans == [True, False]
    group = GroupFilter("kind", "a")
    assert (group.column_name, group.group) == ("kind", "a")
    assert IndexFilter().indices is None
    with pytest.raises(TypeError, match="at most 1"):
        IndexFilter([1], [2])


def test_filters_can_be_combined() -> None:
    one, two = IndexFilter([1]), IndexFilter([2])
    made = {
        "IntersectionFilter": one & two,
        "UnionFilter": one | two,
        "DifferenceFilter": one - two,
        "SymmetricDifferenceFilter": one ^ two,
    }
    for name, combined in made.items():
        assert combined.type == name
        assert combined.operands == [one, two]
    assert (~one).operand is one


def test_a_view_takes_a_filter_or_a_list_of_them() -> None:
    one, two = IndexFilter([1]), BooleanFilter([True])
    assert CDSView(filter=one).filter is one
    assert isinstance(CDSView().filter, AllIndices)
    old = CDSView(source=ColumnDataSource(), filters=[one, two]).filter
    assert isinstance(old, IntersectionFilter)
    assert old.operands == [one, two]
    with pytest.raises(ValueError, match="got both"):
        CDSView(filter=one, filters=[two])


def test_a_renderer_has_a_view() -> None:
    view = CDSView(filter=IndexFilter([0]))
    assert figure().scatter([1, 2], [1, 2], view=view).view is view
    assert isinstance(figure().scatter([1, 2], [1, 2]).view, CDSView)


def test_a_colour_bar_is_made_of_a_glyphs_mapper() -> None:
    plot = figure()
    renderer = plot.image([[[1, 2]]], 0, 0, 1, 1, palette="Viridis3")
    bar = renderer.construct_color_bar(title="t")
    assert bar.color_mapper is renderer.glyph.color_mapper
    assert bar.title == "t"
    with pytest.raises(ValueError, match="no mapper"):
        plot.scatter([1], [1]).construct_color_bar()
