"""Models of an application's own, declared with Bokeh's names."""

import datetime as dt
from typing import Any

import pytest

from syncd.core import enums
from syncd.core import properties as p
from syncd.core.has_props import HasProps, abstract
from syncd.document import Document
from syncd.errors import FieldError
from syncd.model import DataModel
from syncd.models import ColumnDataSource, CustomJS, Slider, Title
from syncd.protocol import decode_server_message, encode_snapshot


class Params(DataModel):
    """What the tests set."""

    gain = p.Float(default=1.5, help="How loud it is.")
    steps = p.Int
    label = p.String()
    on = p.Bool(default=True)
    kinds: list[int] = [1, 2]


PROPERTIES: dict[str, tuple[Any, Any, Any, Any]] = {
    "Any": (p.Any, None, {"a": [1]}, None),
    "Int": (p.Int(default=3), 3, 4, "x"),
    "Float": (p.Float, 0.0, 2.5, "x"),
    "Bool": (p.Bool, False, True, 1),
    "String": (p.String(default="a"), "a", "b", 1),
    "Color": (p.Color, "black", "red", "no colour"),
    "Percent": (p.Percent, 0.0, 0.5, 1.5),
    "Alpha": (p.Alpha, 1.0, 0.5, -1),
    "Size": (p.Size, 0.0, 5, -1),
    "Byte": (p.Byte, 0, 255, 256),
    "Angle": (p.Angle, 0.0, 1.5, "x"),
    "JSON": (p.JSON, "", "{}", 1),
    "Null": (p.Null, None, None, 1),
    "Auto": (p.Auto, "auto", "auto", "manual"),
    "Enum": (p.Enum("a", "b"), "a", "b", "c"),
    "Enum of words": (p.Enum(enums.LineCap), enums.LineCap[0], enums.LineCap[1], "c"),
    "Regex": (p.Regex("^[a-z]*$"), "", "abc", "ABC"),
    "List": (p.List(p.Int), [], [1, 2], ["x"]),
    "List with a default": (p.List(p.Int(), default=[1]), [1], [], [None]),
    "List of anything": (p.List(), [], [1, "a"], 1),
    "Seq": (p.Seq(p.String), [], ["a"], "text"),
    "Tuple": (p.Tuple(p.Int, p.String), (0, ""), (1, "a"), (1,)),
    "Required": (p.Required(p.Int), 0, 3, "x"),
    "NonEmpty": (p.NonEmpty(p.List(p.Int), default=[1]), [1], [2], []),
    "FontSize": (p.FontSize, "16px", "1.2em", "big"),
    "DashPattern": (p.DashPattern, "solid", [6, 4], "wavy"),
    "MarkerType": (p.MarkerType, "circle", "star", "heart"),
    "HatchPatternType": (p.HatchPatternType, "blank", "/", "chess"),
    "ColorHex": (p.ColorHex, "#000000", "#aBcDeF", "red"),
    "MathString": (p.MathString, "", "$$x^2$$", 1),
    "Factor": (p.Factor, "", ("a", "b"), 1),
    "FactorSeq": (p.FactorSeq, [], ["a", ("a", "b")], [1]),
    "Dict": (p.Dict(p.String, p.Int), {}, {"a": 1}, {"a": "b"}),
    "Struct": (
        p.Struct(a=p.Int, b=p.String),
        {"a": 0, "b": ""},
        {"a": 1, "b": "c"},
        {},
    ),
    "Either": (p.Either(p.Int, p.String), 0, "a", 1.5),
    "Nullable": (p.Nullable(p.Int), None, 1, "a"),
    "Nullable with a default": (p.Nullable(p.Int, default=2), 2, None, "a"),
    "Interval": (p.Interval(p.Int, 2, 4), 2, 4, 5),
    "Interval of floats": (p.Interval(p.Float, 0, 1, default=0.5), 0.5, 1, 2),
    "NonNegative": (p.NonNegative(p.Int), 0, 1, -1),
    "Positive": (p.Positive(p.Float), 1, 0.5, 0),
    "ColumnData": (p.ColumnData(p.String, p.Seq(p.Any)), {}, {"x": [1]}, {"x": 1}),
    "Datetime": (p.Datetime, 0.0, 1500.0, "no time"),
    "Date": (p.Date, 0.0, 86_400_000.0, "no day"),
    "TimeDelta": (p.TimeDelta, 0.0, 1000.0, "x"),
}


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_property_is_a_field_with_a_default(name: str) -> None:
    declared, default, value, wrong = PROPERTIES[name]
    cls = type("Declared", (DataModel,), {"x": declared})
    assert cls().x == default
    assert type(cls().x) is not type(declared)
    model = cls(x=value)
    assert model.x == value
    if name != "Any":
        with pytest.raises(FieldError, match=r"Declared\.x got"):
            model.x = wrong
        assert model.x == value


def test_containers_belong_to_one_model() -> None:
    cls = type("Declared", (DataModel,), {"x": p.List(p.Int, default=[1])})
    one, other = cls(), cls()
    one.x.append(2)
    assert (one.x, other.x) == ([1, 2], [1])


def test_defaults_can_be_made_for_each_model() -> None:
    class Holder(DataModel):
        plain = p.Instance(Title)
        made = p.Instance(Title, default=lambda: Title(text="made"))
        told = p.Instance("Title", default=p.InstanceDefault(Title, text="told"))

    one, other = Holder(), Holder()
    assert one.plain is None
    assert (one.made.text, one.told.text) == ("made", "told")
    assert one.made is one.made is not other.made
    with pytest.raises(FieldError, match="a Title"):
        one.plain = Slider()


def test_times_are_milliseconds() -> None:
    cls = type("Declared", (DataModel,), {"x": p.Datetime, "y": p.TimeDelta})
    model = cls(x=dt.datetime(1970, 1, 2, tzinfo=dt.UTC), y=dt.timedelta(seconds=1))
    assert (model.x, model.y) == (86_400_000.0, 1000.0)


def test_a_subclass_has_the_fields_and_may_override_defaults() -> None:
    class Louder(Params):
        gain = p.Override(default=9)
        label = "loud"

    model = Louder()
    assert (model.gain, model.label, model.on) == (9, "loud", True)
    with pytest.raises(FieldError, match=r"Louder\.gain"):
        model.gain = "x"
    with pytest.raises(FieldError, match=r"Louder\.label"):
        model.label = 1


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: p.Int(default="x"), r"Int\(default='x'\) .*an integer"),
        (p.Enum, "at least one word"),
        (lambda: p.List(int), "such as Int"),
        (
            lambda: type("D", (DataModel,), {"x": p.Override(default=1)}),
            r"D\.x is no field",
        ),
    ],
    ids=["default", "no words", "no property", "nothing to override"],
)
def test_mistakes_are_told_when_the_class_is_made(make: Any, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        make()


def test_fields_say_what_they_mean() -> None:
    assert Params.fields()["gain"].doc == "How loud it is."


def test_callbacks_are_called() -> None:
    seen = []
    model = Params()
    model.on_change("gain", lambda *change: seen.append(change))
    model.gain = 2
    assert seen == [("gain", 1.5, 2)]


def test_a_browser_is_told_all_fields_as_it_does_not_know_the_class() -> None:
    document = Document()
    model = Params(steps=2)
    model.js_on_change("gain", CustomJS(args={"params": model}, code="params.gain"))
    document.add_root(model)
    payload = encode_snapshot(document)
    message = decode_server_message(payload.data, max_size=1 << 16, text=payload.text)
    (told,) = (new.fields for new in message.models if new.type == "Params")
    assert {name: told[name] for name in ("gain", "steps", "label", "on", "kinds")} == {
        "gain": 1.5,
        "steps": 2,
        "label": "",
        "on": True,
        "kinds": [1, 2],
    }


def test_a_data_model_may_hold_other_models() -> None:
    cls = type("Declared", (DataModel,), {"source": p.Instance(ColumnDataSource)})
    source = ColumnDataSource({"x": [1]})
    document = Document()
    document.add_root(cls(source=source))
    assert source.document is document


def test_what_bokeh_can_switch_off_stays_on() -> None:
    class Kept(DataModel):
        count = p.Int()

    @p.without_property_validation
    def spoil(model: Kept) -> None:
        model.count = "x"  # type: ignore[assignment]

    with pytest.raises(FieldError):
        spoil(Kept())
    with p.validate(value=False), pytest.raises(FieldError):
        Kept().count = "x"  # type: ignore[assignment]


def test_a_class_of_bokehs_has_props_keeps_them() -> None:
    @abstract
    class Kept(HasProps):
        count = p.Int(default=3)

    assert (Kept().count, Kept(count=4).count) == (3, 4)
    assert isinstance(DataModel(), HasProps)
