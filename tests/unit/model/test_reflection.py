"""What models tell of themselves, as authors of tools ask for it."""

import numpy as np
import pytest

from syncd.errors import FieldError, UnknownFieldError
from syncd.model import Model, OpaqueModel
from syncd.models import Circle, ColumnDataSource, Row, Slider
from syncd.plotting import figure


def test_properties_are_the_names_of_all_fields() -> None:
    assert {"value", "start", "name", "tags"} <= Slider.properties()
    assert Slider.properties() == set(Slider.fields())


def test_values_are_those_that_were_set_or_all() -> None:
    slider = Slider(step=3)
    assert slider.tags == []
    assert slider.properties_with_values(include_defaults=False) == {"step": 3}
    assert slider.properties_with_values()["end"] == 1.0
    asked = slider.query_properties_with_values(lambda item: item.name == "step")
    assert asked == {"step": 3}


def test_a_field_is_looked_up_by_name() -> None:
    assert Slider.lookup("value").default == 0.0
    with pytest.raises(UnknownFieldError, match=r"valeu.*value"):
        Slider.lookup("valeu")


def test_a_field_that_is_not_there_may_be_asked_for() -> None:
    assert Slider.lookup("valeu", raises=False) is None
    assert [item.name for item in Slider.descriptors()] == [*Slider.fields()]


def test_fields_are_told_apart_by_what_they_take() -> None:
    assert set(Circle.dataspecs()) >= {"x", "y", "radius", "fill_color"}
    assert not set(Circle.dataspecs()) & {"name", "radius_dimension"}
    assert Slider.dataspecs() == {}
    assert {"children", "js_property_callbacks"} <= set(Row.properties_with_refs())
    assert "width" not in Row.properties_with_refs()


def test_a_field_is_set_from_json_as_from_elsewhere() -> None:
    slider = Slider()
    slider.set_from_json("value", 0.5, setter=None)
    assert slider.value == 0.5
    with pytest.raises(FieldError):
        slider.set_from_json("value", "x")
    with pytest.raises(UnknownFieldError, match=r"valeu.*value"):
        slider.set_from_json("valeu", 1)


def test_a_clone_holds_the_same_and_is_another() -> None:
    slider = Slider(value=3, tags=["a"])
    copy = slider.clone(value=4)
    copy.tags.append("b")
    assert (type(copy), copy.value, copy.tags) == (Slider, 4, ["a", "b"])
    assert (slider.value, slider.tags) == (3, ["a"])


def test_a_clone_of_a_figure_has_the_same_parts_and_no_more() -> None:
    plot = figure(title="t")
    plot.line([1, 2], [3, 4])
    copy = plot.clone()
    assert type(copy) is figure
    assert copy.renderers == plot.renderers
    assert copy.below == plot.below
    assert copy.equals(plot)


def test_a_clone_of_a_source_takes_rows_of_its_own() -> None:
    source = ColumnDataSource({"x": [1], "y": np.array([1.0])})
    copy = source.clone()
    source.stream({"x": [2], "y": [2.0]})
    copy.patch({"y": [(0, 9.0)]})
    assert (source.data["x"], copy.data["x"]) == ([1, 2], [1])
    assert (source.data["y"].tolist(), copy.data["y"].tolist()) == ([1, 2], [9])


def test_models_are_equal_if_their_class_and_values_are() -> None:
    assert Slider(value=1).equals(Slider(value=1))
    assert not Slider(value=1).equals(Slider(value=2))
    assert not Slider().equals(ColumnDataSource())
    one = ColumnDataSource({"x": np.arange(3)})
    parts = {"selected": one.selected, "selection_policy": one.selection_policy}
    assert one.equals(one.clone(data=one.data, **parts))


def test_a_model_of_an_unknown_class_can_be_cloned() -> None:
    model = OpaqueModel("Gadget", size=3)
    copy = model.clone(size=4)
    assert (copy.type, copy.size, model.size) == ("Gadget", 4, 3)


class Pair(Model):
    """Two numbers."""

    low: float = 0
    high: float = 1


def test_one_callback_can_listen_to_several_fields() -> None:
    pair, seen = Pair(), []

    def changed(attr: str, _: float, new: float) -> None:
        seen.append((attr, new))

    pair.on_change("low", "high", changed)
    pair.update(low=1, high=2)
    pair.remove_on_change("low", changed)
    pair.update(low=3, high=4)
    assert seen == [("low", 1), ("high", 2), ("high", 4)]


def test_one_unknown_field_of_several_registers_none() -> None:
    pair, seen = Pair(), []
    with pytest.raises(UnknownFieldError, match="hihg"):
        pair.on_change("low", "hihg", lambda *change: seen.append(change))
    with pytest.raises(ValueError, match="one or more callbacks"):
        pair.on_change("low", "high")
    pair.low = 5
    assert seen == []


def test_what_is_not_registered_cannot_be_removed_and_nothing_else_is() -> None:
    pair, seen = Pair(), []
    pair.on_change("low", listener := lambda *change: seen.append(change))
    with pytest.raises(ValueError, match=r"no callback of Pair\.low"):
        pair.remove_on_change("low", listener, print)
    pair.low = 5
    assert len(seen) == 1
