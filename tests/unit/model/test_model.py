"""Models: checked fields, recorded changes, callbacks."""

from typing import Any, Literal

import pytest

from syncd.errors import FieldError, UnknownFieldError, UnknownModelError
from syncd.model import Model, OpaqueModel, field, registry
from syncd.model.specs import (
    Color,
    ColorSpec,
    Columns,
    FontSizeSpec,
    NumberSpec,
    Percent,
)
from syncd.models import Select


class Caption(Model):
    """A caption."""

    text: str = ""
    "What it says."


class Gauge(Model):
    """A gauge with a field of every kind."""

    start: float = 0.0
    "The least value."
    count: int = 0
    mode: Literal["a", "b"] = "a"
    opacity: Percent = 1.0
    color: Color | None = None
    label: str | None = None
    x: NumberSpec = "x"
    fill: ColorSpec = "navy"
    size: FontSizeSpec = "13px"
    caption: Caption = field(default_factory=Caption)
    children: list[Model] = []
    styles: dict[str, str] = {}
    pair: tuple[float, float] | None = None
    data: Columns = {}


class Dial(Gauge):
    """A gauge with another default."""

    start = 5.0


@pytest.fixture
def gauge() -> Gauge:
    return Gauge()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("start", "3"),
        ("start", None),
        ("start", True),
        ("count", 1.5),
        ("count", "1"),
        ("mode", "c"),
        ("opacity", 1.01),
        ("opacity", float("nan")),
        ("color", "no such colour"),
        ("color", (1, 2)),
        ("color", (256, 0, 0)),
        ("label", 3),
        ("children", ["text"]),
        ("children", "text"),
        ("styles", {"a": 1}),
        ("pair", (1, 2, 3)),
        ("data", {"x": [1], "y": []}),
        ("data", {"x": "abc"}),
        ("data", {"x": 3}),
        ("caption", "text"),
        ("x", {"field": 3}),
        ("x", {"unknown": "x"}),
    ],
)
def test_a_bad_value_is_refused_and_changes_nothing(
    gauge: Gauge, name: str, value: Any
) -> None:
    before = getattr(gauge, name)
    with pytest.raises(FieldError) as caught:
        setattr(gauge, name, value)
    assert (caught.value.model, caught.value.field) == ("Gauge", name)
    assert getattr(gauge, name) == before


def test_a_bad_item_of_a_list_is_named(gauge: Gauge) -> None:
    gauge.children = [Caption() for _ in range(100)]
    with pytest.raises(FieldError, match=r"as item 100, which is 'text'$"):
        gauge.children.append("text")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value", "stored"),
    [
        ("start", 3, 3),
        ("count", 2.0, 2),
        ("color", [255, 0, 0], (255, 0, 0)),
        ("color", "#ABC", "#ABC"),
        ("pair", [1, 2], (1, 2)),
        ("x", {"value": 3}, 3),
        ("x", {"field": "x"}, "x"),
        ("fill", {"field": "red"}, {"field": "red"}),
        ("fill", {"value": "red"}, "red"),
        ("data", {"x": range(3)}, {"x": [0, 1, 2]}),
    ],
)
def test_a_good_value_is_stored_in_one_form(
    gauge: Gauge, name: str, value: Any, stored: Any
) -> None:
    setattr(gauge, name, value)
    assert getattr(gauge, name) == stored


def test_an_unknown_name_fails_with_the_nearest_spelling(gauge: Gauge) -> None:
    with pytest.raises(UnknownFieldError, match="did you mean 'start'"):
        gauge.strat = 3
    with pytest.raises(UnknownFieldError, match="did you mean 'count'"):
        gauge.conut  # noqa: B018
    with pytest.raises(UnknownFieldError):
        Gauge(colour="red")
    with pytest.raises(UnknownFieldError, match=r"no field 'unknown'$"):
        gauge.trigger("unknown", 1, 2)


def test_a_subclass_can_have_another_default() -> None:
    assert (Gauge().start, Dial().start, Dial(start=1).start) == (0.0, 5.0, 1)
    assert Dial().wire_fields() == {}
    assert Dial(start=0.0).wire_fields() == {"start": 0.0}


def test_mutable_defaults_belong_to_each_model() -> None:
    one, other = Gauge(), Gauge()
    one.children.append(Caption())
    assert not other.children
    assert one.caption is one.caption
    assert one.caption is not other.caption


def test_strings_of_specs_are_told_as_field_or_value(gauge: Gauge) -> None:
    assert gauge.wire_value("x") == {"field": "x"}
    assert gauge.wire_value("fill") == {"value": "navy"}
    gauge.fill = "category"
    assert gauge.wire_value("fill") == {"field": "category"}
    assert gauge.wire_value("size") == {"value": "13px"}


def test_a_callback_hears_of_old_and_new_once(gauge: Gauge) -> None:
    heard: list[Any] = []

    def callback(attr: str, old: Any, new: Any) -> None:
        heard.append((attr, old, new))

    gauge.on_change("start", callback, callback)
    gauge.start = 2
    gauge.start = 2.0
    gauge.remove_on_change("start", callback)
    gauge.start = 3
    assert heard == [("start", 0.0, 2)]


@pytest.mark.parametrize(
    "bad",
    [lambda: None, lambda a, b: None, 3],
    ids=["no argument", "two arguments", "not callable"],
)
def test_a_callback_with_another_signature_is_refused(gauge: Gauge, bad: Any) -> None:
    with pytest.raises(ValueError, match=r"callable|signature"):
        gauge.on_change("start", bad)


def test_on_change_needs_a_callback_and_a_known_field(gauge: Gauge) -> None:
    with pytest.raises(ValueError, match="one or more"):
        gauge.on_change("start")
    with pytest.raises(UnknownFieldError):
        gauge.on_change("begin", lambda attr, old, new: None)


def test_lists_edited_in_place_are_checked_and_heard(gauge: Gauge) -> None:
    heard: list[Any] = []
    gauge.on_change("children", lambda _, old, new: heard.append((old, list(new))))
    caption = Caption()
    gauge.children.append(caption)
    with pytest.raises(FieldError):
        gauge.children.append("text")
    gauge.children += [Caption()]
    assert heard[0] == ([], [caption])
    assert len(heard) == 2
    assert len(gauge.children) == 2


def test_the_same_mutable_object_counts_as_a_change(gauge: Gauge) -> None:
    heard: list[str] = []
    gauge.on_change("styles", lambda *_: heard.append("styles"))
    gauge.styles = {"a": "b"}
    gauge.styles = {"a": "b"}
    assert heard == ["styles"]
    gauge.on_change("tags", lambda *_: heard.append("tags"))
    gauge.tags = [{"a": 1}]
    gauge.tags[0]["a"] = 2
    gauge.tags = gauge.tags
    assert heard == ["styles", "tags", "tags"]


def test_a_list_or_dict_whose_edits_are_heard_is_none_when_assigned_again(
    gauge: Gauge,
) -> None:
    gauge.styles, gauge.children = {"a": "b"}, [Caption()]
    heard: list[str] = []
    for name in ("styles", "children"):
        gauge.on_change(name, lambda *_: heard.append("again"))
        setattr(gauge, name, getattr(gauge, name))
    assert heard == []


def test_trigger_announces_an_edit_that_nobody_noticed(gauge: Gauge) -> None:
    gauge.data = {"x": [1]}
    heard: list[str] = []
    gauge.on_change("data", lambda *_: heard.append("data"))
    gauge.data["x"].append(2)
    gauge.trigger("data", gauge.data, gauge.data)
    assert heard == ["data"]
    assert gauge.data == {"x": [1, 2]}


@pytest.mark.parametrize("new", [3, 4.0, [1], "x"])
def test_trigger_calls_back_with_what_it_is_given_and_sets_nothing(new: Any) -> None:
    gauge = Gauge(start=4.0)
    heard: list[Any] = []
    gauge.on_change("start", lambda *change: heard.append(change))
    gauge.trigger("start", "before", new)
    assert heard == [("start", "before", new)]
    assert gauge.start == 4.0


def test_trigger_calls_back_where_nobody_has_set_the_field() -> None:
    gauge = Gauge()
    heard: list[Any] = []
    gauge.on_change("start", lambda *change: heard.append(change))
    gauge.trigger("start", None, gauge.start)
    assert heard == [("start", None, 0.0)]


def test_an_event_callback_takes_the_event_or_nothing(gauge: Gauge) -> None:
    heard: list[Any] = []
    gauge.on_event("tap", lambda: heard.append(None))
    gauge.on_event("tap", heard.append)
    gauge.trigger_event("tap", "the event")
    assert heard == [None, "the event"]
    assert gauge.subscribed_events == ["tap"]


def test_field_docs_are_read_from_the_source() -> None:
    assert Gauge.fields()["start"].doc == "The least value."
    assert Caption.fields()["text"].doc == "What it says."


def test_a_field_without_a_default_is_a_mistake_of_the_class() -> None:
    with pytest.raises(TypeError, match="needs a default"):

        class Wrong(Model):
            number: int


def test_the_registry_finds_classes_by_their_type_name() -> None:
    assert registry.lookup("Gauge") is Gauge
    with pytest.raises(UnknownModelError, match="Gouge"):
        registry.lookup("Gouge")


def test_a_class_can_share_the_type_of_the_class_it_refines() -> None:
    class gauge_for_authors(Gauge, wire="Gauge"):  # noqa: N801
        pass

    assert gauge_for_authors().type == "Gauge"
    assert registry.lookup("Gauge") is Gauge


def test_an_opaque_model_keeps_what_it_came_with() -> None:
    model = OpaqueModel("Foreign", a=1, b=[2])
    model.a = 3
    assert (model.type, model.a, model.wire_fields()) == (
        "Foreign",
        3,
        {"a": 3, "b": [2]},
    )


def test_a_property_of_a_mixin_stands_for_the_field() -> None:
    class Rounded:
        @property
        def amount(self) -> Any:
            return self._values["amount"]  # type: ignore[attr-defined]

        @amount.setter
        def amount(self, value: float) -> None:
            self._values["amount"] = round(value)  # type: ignore[attr-defined]

    class Plain(Model):
        amount: float = 0.0

    class Mixed(Rounded, Plain):
        pass

    mixed = Mixed(amount=1.6)
    assert mixed.amount == 2
    mixed.amount = 2.6
    assert mixed.amount == 3


def test_who_gives_a_list_or_a_dict_is_told_what_is_wrong_in_it() -> None:
    with pytest.raises(FieldError, match=r"a string or .* as item 1, which is 2"):
        Select(options=["a", 2])
    with pytest.raises(FieldError, match=r"; 'b' is \['c', 3\]"):
        Select(options={"a": ["x"], "b": ["c", 3]})
    with pytest.raises(FieldError, match="a dict with keys"):
        Select(options=5)
