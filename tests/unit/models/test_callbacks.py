"""What applications tell the browser to do without Python."""

from pathlib import Path

import pytest

from syncd.document import Document
from syncd.errors import FieldError, UnknownFieldError
from syncd.events import ButtonClick, DocumentReady, Tap
from syncd.model import Model
from syncd.models import (
    Button,
    ColumnDataSource,
    CustomJS,
    Div,
    DocumentEvents,
    FieldLink,
    OpenURL,
    SetValue,
    Slider,
    ToggleVisibility,
)


@pytest.fixture
def slider() -> Slider:
    return Slider()


@pytest.fixture
def document() -> Document:
    return Document()


# js_on_change


@pytest.mark.parametrize(
    ("event", "signal"),
    [
        ("value", "change:value"),
        ("change:value", "change:value"),
        ("change", "change"),
        ("streaming", "streaming"),
    ],
)
def test_a_change_is_named_by_its_field_or_its_signal(slider, event, signal):
    callback = CustomJS()
    slider.js_on_change(event, callback)
    assert slider.js_property_callbacks == {signal: [callback]}


def test_callbacks_are_kept_in_order_and_each_once(slider):
    one, two = CustomJS(), OpenURL()
    slider.js_on_change("value", one, two, one)
    slider.js_on_change("change:value", two, one)
    assert slider.js_property_callbacks == {"change:value": [one, two]}


def test_a_change_needs_a_callback_of_the_browser(slider):
    with pytest.raises(ValueError, match="one or more callbacks"):
        slider.js_on_change("value")
    for wrong in (print, Slider(), None):
        with pytest.raises(ValueError, match="not all callback values are CustomJS"):
            slider.js_on_change("value", CustomJS(), wrong)
    assert slider.js_property_callbacks == {}


@pytest.mark.parametrize("event", ["valeu", "change:valeu"])
def test_a_misspelt_field_is_refused_with_the_nearest(slider, event):
    with pytest.raises(UnknownFieldError, match="did you mean 'value'"):
        slider.js_on_change(event, CustomJS())


# js_link


def test_a_link_is_a_callback_without_code(slider):
    other = Slider()
    slider.js_link("value", other, "start", attr_selector=-1)
    (link,) = slider.js_property_callbacks["change:value"]
    assert isinstance(link, FieldLink)
    assert (link.attr, link.other, link.other_attr) == ("value", other, "start")
    assert link.attr_selector == -1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("valeu", Slider(), "value"), "'valeu' is not a property of self"),
        (("value", Slider, "value"), "'other' is not a"),
        (("value", "x", "value"), "'other' is not a"),
        (("value", Slider(), "valeu"), "'valeu' is not a property of other"),
    ],
    ids=["attr", "class", "text", "other attr"],
)
def test_a_link_needs_fields_that_are_there(slider, arguments, words):
    with pytest.raises(ValueError, match=words):
        slider.js_link(*arguments)


# js_on_event


@pytest.mark.parametrize("event", [ButtonClick, "button_click"])
def test_an_event_is_named_by_its_class_or_its_name(event):
    button, one, two = Button(), CustomJS(), SetValue()
    button.js_on_event(event, one)
    button.js_on_event(event, one, two)
    assert button.js_event_callbacks == {"button_click": [one, two]}
    assert button.subscribed_events == []


def test_a_button_has_a_shorter_way():
    button, callback = Button(), CustomJS()
    button.js_on_click(callback)
    assert button.js_event_callbacks == {"button_click": [callback]}


def test_an_event_needs_a_name_and_callbacks_of_the_browser(slider):
    with pytest.raises(ValueError, match="expected string event name or event class"):
        slider.js_on_event(3, CustomJS())
    with pytest.raises(ValueError, match="not all callback values are CustomJS"):
        slider.js_on_event(Tap, print)


# Documents


def test_callbacks_and_their_arguments_join_the_document(document, slider):
    source, div = ColumnDataSource(), Div()
    document.add_root(slider)
    slider.js_on_change("value", CustomJS(args={"source": source, "two": [div, 3]}))
    assert source.document is div.document is document
    slider.js_property_callbacks = {}
    assert source.document is div.document is None


def test_an_event_of_the_document_is_told_by_a_model_that_is_no_root(document):
    commits = []
    document.on_commit = commits.append
    callback = CustomJS()
    document.js_on_event(DocumentReady, callback)
    document.js_on_event("document_ready", callback)
    document.on_event("document_ready", lambda: None)
    (events,) = document.select(DocumentEvents)
    assert document.roots == []
    assert events.js_event_callbacks == {"document_ready": [callback]}
    assert events.subscribed_events == ["document_ready"]
    assert callback.document is document
    assert list(commits[0].added.values()) == [events]


def test_what_tells_of_events_outlives_the_roots(document, slider):
    document.add_root(slider)
    document.js_on_event("document_ready", CustomJS())
    document.remove_root(slider)
    assert slider.document is None
    assert len(document.models) == 2


def test_a_copy_of_a_document_goes_on_with_what_tells_of_events(document, slider):
    document.js_on_event("document_ready", CustomJS())
    copy = Document()
    events, callback = DocumentEvents(), CustomJS()
    events.js_event_callbacks = {"document_ready": [callback]}
    models = {1: events, 2: callback}
    copy.restore(models, [], title="", epoch="e", revision=3)
    copy.js_on_event("document_ready", OpenURL())
    assert len(copy.select(DocumentEvents)) == 1
    copy.add_root(slider)
    copy.remove_root(slider)
    assert events.document is copy


@pytest.mark.parametrize("method", ["on_event", "js_on_event"])
def test_events_of_models_are_no_business_of_documents(document, method):
    with pytest.raises(ValueError, match=f"Document.{method} may only be used with"):
        getattr(document, method)("tap", CustomJS())
    assert not document.models


def test_a_model_without_callbacks_holds_and_tells_nothing_of_them(document, slider):
    document.add_root(slider)
    assert slider.wire_fields() == {}
    assert not {"js_property_callbacks", "js_event_callbacks"} & slider._values.keys()


# The callbacks themselves


@pytest.mark.parametrize(
    "url",
    ["https://example.com/", "HTTP://x", "mailto:a@b", "tel:1", "a/b?c=d:e", "#x", ""],
)
def test_an_address_may_be_of_the_web_or_relative(url):
    assert OpenURL(url=url).url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "\x01java\nscr\tipt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        3,
    ],
)
def test_an_address_that_would_run_code_is_refused(url):
    with pytest.raises(FieldError, match="an address of http"):
        OpenURL(url=url)
    callback = OpenURL()
    with pytest.raises(FieldError):
        callback.url = url
    assert callback.url == "http://"


def test_a_value_is_checked_by_the_field_that_it_is_for(slider):
    assert SetValue(slider, "value", 3).value == 3
    assert SetValue(obj=slider, attr="title", value="x").attr == "title"
    with pytest.raises(FieldError, match="a number"):
        SetValue(slider, "value", "x")
    with pytest.raises(UnknownFieldError, match="did you mean 'value'"):
        SetValue(slider, "valeu", 3)
    with pytest.raises(ValueError, match="not a property"):
        SetValue(slider, "document", 3)
    with pytest.raises(TypeError, match="takes obj, attr, value"):
        SetValue(slider, "value", 3, 4)


def test_only_what_has_a_place_can_be_hidden(slider):
    assert ToggleVisibility(target=slider).target is slider
    with pytest.raises(FieldError, match="a LayoutDOM"):
        ToggleVisibility(target=ColumnDataSource())


@pytest.mark.parametrize(("suffix", "module"), [(".js", False), (".mjs", True)])
def test_code_may_be_in_a_file(tmp_path: Path, slider: Model, suffix, module):
    path = tmp_path / f"code{suffix}"
    path.write_text("cb_obj.value = 'ü'", encoding="utf-8")
    for given in (path, str(path)):
        callback = CustomJS.from_file(given, slider=slider)
        assert callback.code == "cb_obj.value = 'ü'"
        assert callback.args == {"slider": slider}
        assert callback.module is module


def test_code_is_in_no_other_file(tmp_path):
    with pytest.raises(RuntimeError, match=r"expected a \*.js or \*.mjs file"):
        CustomJS.from_file(tmp_path / "code.py")


def test_code_is_a_module_if_it_looks_like_one_unless_told():
    assert CustomJS(code="").module == "auto"
    assert CustomJS(code="", module=True).module is True
    with pytest.raises(FieldError):
        CustomJS(code="", module="maybe")
