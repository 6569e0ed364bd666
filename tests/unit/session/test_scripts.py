"""Callbacks of the browser: who may say what they are, and who runs them."""

import pytest

from support.bench import Bench, Knob
from syncd.document import Document
from syncd.models import (
    AjaxDataSource,
    BoxZoomTool,
    ByCSS,
    CustomJS,
    Div,
    DocumentEvents,
    FieldLink,
    Tooltip,
)
from syncd.protocol import ClientPatch, NewModel, Patch, Reference, SetField
from syncd.session import Leave


@pytest.fixture
def scripted(bench: Bench) -> Bench:
    bench.knob.js_on_change("value", CustomJS(code="mine"))
    return bench


CALLBACKS = {"change:value": [Reference(-1)]}
CODE = NewModel(id=-1, type="CustomJS", fields={"code": "theirs"})


@pytest.mark.parametrize(
    ("models", "change"),
    [
        ([], SetField(model=1, field="js_property_callbacks", value={})),
        ([], SetField(model=1, field="js_event_callbacks", value={})),
        ([], SetField(model=2, field="code", value="theirs")),
        ([], SetField(model=2, field="args", value={"x": 1})),
        ([CODE], SetField(model=1, field="child", value=Reference(-1))),
        (
            [
                NewModel(
                    id=-1,
                    type="Knob",
                    fields={"js_property_callbacks": {"change:value": [Reference(2)]}},
                )
            ],
            SetField(model=1, field="child", value=Reference(-1)),
        ),
    ],
    ids=["of a field", "of an event", "code", "arguments", "new code", "new model"],
)
def test_no_browser_can_say_what_others_run(scripted: Bench, models, change) -> None:
    peer, other = scripted.watch("one"), scripted.watch("other")
    scripted.send(peer, 1, change, models=models)
    (answer,) = scripted.read(peer)
    assert [item.error for item in answer.rejected] == ["read_only"]
    assert scripted.read(other) == []
    (callback,) = scripted.knob.js_property_callbacks["change:value"]
    assert (callback.code, scripted.knob.child) == ("mine", None)


@pytest.mark.parametrize(
    "looks",
    [
        {"js_property_callbacks": {"change:left": [Reference(2)]}},
        {"stylesheets": ["b {}"]},
        {"_document": None},
        {"fill_color": "gold"},
    ],
)
def test_no_browser_makes_an_overlay_of_its_fields(looks) -> None:
    def build(document: Document) -> None:
        document.add_root(tool)
        document.add_root(Div(js_event_callbacks={"tap": [CustomJS(code="mine")]}))

    tool = BoxZoomTool()
    bench = Bench(build)
    before = tool.overlay
    peer = bench.watch()
    bench.send(peer, 1, SetField(model=tool.id, field="overlay", value=looks))
    new = NewModel(id=-1, type="BoxZoomTool", fields={"overlay": looks})
    bench.send(peer, 2, models=[new])
    for answer in bench.read(peer):
        assert [item.error for item in answer.rejected] == ["bad_value"]
    assert tool.overlay is before


SHEET = NewModel(id=-1, type="GlobalInlineStyleSheet", fields={"css": "b {}"})
ITEM = NewModel(id=-1, type="ActionItem", fields={"action": Reference(2)})


@pytest.mark.parametrize(
    ("models", "field", "value"),
    [
        ([SHEET], "stylesheets", [Reference(-1)]),
        ([], "stylesheets", [":host {}"]),
        ([], "html_attributes", {"title": "theirs"}),
        ([], "html_id", "theirs"),
        ([ITEM], "context_menu", Reference(-1)),
        ([], "styles", {"background": "URL(//elsewhere)"}),
        ([], "styles", {"background": r"\75rl(//elsewhere)"}),
        ([], "css_variables", {"a": "image-set('//elsewhere' 1x)"}),
    ],
)
def test_no_browser_reaches_into_the_pages_of_others(
    bench: Bench, models, field, value
) -> None:
    words = Div(text="mine")
    words.js_on_change("text", CustomJS(code="mine"))
    bench.tick(lambda: bench.session.document.add_root(words))
    peer = bench.watch()
    number = words.id
    models = [
        NewModel(id=new.id, type=new.type, fields={**new.fields}) for new in models
    ]
    for new in models:
        if "action" in new.fields:
            (code,) = words.js_property_callbacks["change:text"]
            new.fields["action"] = Reference(code.id)
    bench.send(peer, 1, SetField(model=number, field=field, value=value), models=models)
    (answer,) = bench.read(peer)
    assert [item.error for item in answer.rejected] in (["read_only"], ["bad_value"])
    assert not getattr(words, field)


@pytest.mark.parametrize(
    ("models", "field", "value"),
    [
        ([], "child", Reference(2)),
        ([], "tags", [{"a": Reference(2)}]),
        (
            [NewModel(id=-1, type="Scatter", fields={"defs": {"@own": Reference(2)}})],
            "child",
            Reference(-1),
        ),
        (
            [
                NewModel(
                    id=-1, type="HoverTool", fields={"filters": {"x": Reference(2)}}
                )
            ],
            "child",
            Reference(-1),
        ),
    ],
    ids=["a field", "deep inside", "markers", "filters of rows"],
)
def test_no_browser_says_where_a_callback_runs(
    scripted: Bench, models, field, value
) -> None:
    peer = scripted.watch()
    scripted.send(peer, 1, SetField(model=1, field=field, value=value), models=models)
    (answer,) = scripted.read(peer)
    assert [item.error for item in answer.rejected] == ["read_only"]
    assert (scripted.knob.child, scripted.knob.tags) == (None, [])


@pytest.mark.parametrize("made", [False, True], ids=["query", "selector"])
def test_no_browser_says_where_on_the_page_something_stands(bench: Bench, made) -> None:
    tooltip = Tooltip(content="mine", target=ByCSS("#mine"))
    bench.tick(lambda: bench.session.document.add_root(tooltip))
    peer = bench.watch()
    theirs = NewModel(id=-1, type="ByXPath", fields={"query": "//input"})
    if made:
        change = SetField(model=tooltip.id, field="target", value=Reference(-1))
    else:
        change = SetField(model=tooltip.target.id, field="query", value="input")
    bench.send(peer, 1, change, models=[theirs] if made else [])
    (answer,) = bench.read(peer)
    assert [item.error for item in answer.rejected] == ["read_only"]
    assert tooltip.target.query == "#mine"


def test_browsers_may_set_looks_that_fetch_nothing(bench: Bench) -> None:
    words = Div(text="mine")
    bench.tick(lambda: bench.session.document.add_root(words))
    peer = bench.watch()
    bench.send(
        peer, 1, SetField(model=words.id, field="styles", value={"color": "red"})
    )
    bench.read(peer)
    assert words.styles == {"color": "red"}


def test_the_control_api_can(bench: Bench) -> None:
    bench.watch()
    change = SetField(model=1, field="js_property_callbacks", value=CALLBACKS)
    patch = ClientPatch(seq=1, base=0, models=[CODE], changes=[change])
    outcomes = []
    bench.tick(lambda: outcomes.append(bench.session.apply(patch)))
    assert outcomes[0].rejected == []
    (callback,) = bench.knob.js_property_callbacks["change:value"]
    assert callback.code == "theirs"


@pytest.mark.parametrize("known", [True, False])
def test_the_control_api_can_say_it_of_the_document(bench: Bench, known) -> None:
    bench.watch()
    document = bench.session.document
    if known:
        bench.tick(lambda: document.js_on_event("document_ready", CustomJS(code="a")))
    events = NewModel(
        id=-2,
        type="DocumentEvents",
        fields={"js_event_callbacks": {"document_ready": [Reference(-1)], "tap": []}},
    )
    patch = ClientPatch(seq=1, base=0, models=[CODE, events], changes=[])
    bench.tick(lambda: bench.session.apply(patch))
    (held,) = document.select(DocumentEvents)
    codes = [item.code for item in held.js_event_callbacks["document_ready"]]
    assert codes == (["a", "theirs"] if known else ["theirs"])


def test_others_are_told_that_a_browser_asked_for_a_change(bench: Bench) -> None:
    bench.knob.on_change("value", lambda *_: bench.knob.update(label="moved"))
    author, other = bench.watch("author"), bench.watch("other")
    bench.set(author, 1, "value", 3)
    (told,) = bench.read(author)
    assert (told.ack, told.peer) == (1, False)
    (patch,) = bench.read(other)
    assert (patch.ack, patch.peer) == (None, True)


def test_nobody_is_told_so_of_what_python_does(bench: Bench) -> None:
    peer = bench.watch()
    bench.tick(lambda: bench.knob.update(value=3))
    assert bench.read(peer) == [
        Patch(revision=1, changes=[SetField(model=1, field="value", value=3)])
    ]


@pytest.mark.parametrize("ours", [True, False])
def test_a_merged_patch_is_of_others_if_all_of_it_is(ours) -> None:
    bench = Bench(outbox_messages=1)
    author, slow = bench.watch("author"), bench.watch("slow")
    for number in range(1, 4):
        bench.set(author, number, "value", number)
    if ours:
        bench.tick(lambda: bench.knob.update(label="mine"))
    (patch,) = bench.read(slow)
    assert patch.base == 0
    assert patch.peer is not ours


def test_a_correction_is_of_nobody_else() -> None:
    bench = Bench(outbox_messages=1)
    author, slow = bench.watch("author"), bench.watch("slow")
    for number in range(1, 4):
        bench.set(author, number, "value", number)
    bench.set(slow, 1, "whole", "no number")
    (patch,) = bench.read(slow)
    assert patch.rejected
    assert not patch.peer


def test_callbacks_travel_with_the_document() -> None:
    def build(document):
        knob, other = Knob(), Knob()
        knob.js_link("value", other, "value", 0)
        document.js_on_event("document_ready", CustomJS(args={"knob": knob}, code="x"))
        document.add_root(knob)

    bench = Bench(build)
    _, snapshot = bench.read(bench.join())
    assert snapshot.roots == [3]
    fields = {model.type: model.fields for model in snapshot.models}
    assert fields["DocumentEvents"] == {
        "js_event_callbacks": {"document_ready": [Reference(2)]}
    }
    assert fields["CustomJS"] == {"args": {"knob": Reference(3)}, "code": "x"}
    assert fields["FieldLink"] == {
        "attr": "value",
        "other": Reference(5),
        "other_attr": "value",
        "attr_selector": 0,
    }
    held = bench.session.document.select
    assert (len(held(DocumentEvents)), len(held(FieldLink))) == (1, 1)


def test_what_subscribes_to_events_is_told_when_it_comes_later(bench: Bench) -> None:
    peer = bench.watch()
    bench.tick(lambda: bench.session.document.on_event("document_ready", lambda: None))
    (patch,) = bench.read(peer)
    assert [(new.type, new.fields) for new in patch.models] == [
        ("DocumentEvents", {"subscribed_events": ["document_ready"]})
    ]


def test_what_a_tab_asked_for_is_its_own_when_it_comes_back(bench: Bench) -> None:
    author, other = bench.watch("author"), bench.watch("other")
    bench.knob.on_change("value", lambda *_: setattr(bench.knob, "label", "answer"))
    bench.set(author, 1, "value", 1)
    bench.set(other, 1, "whole", 1)
    for peer in (author, other):
        bench.session.put(Leave(peer, clean=False))
    epoch = bench.session.document.epoch
    own: dict[int, bool] = {}
    foreign: dict[int, bool] = {}
    for tab, told in (("author", own), ("other", foreign)):
        peer = bench.join(tab, epoch=epoch, revision=0, acked=0)
        _, *patches = bench.read(peer)
        told.update({patch.revision: patch.peer for patch in patches})
    assert own == {1: False, 2: True}
    assert foreign == {1: True, 2: False}


def test_what_waits_for_a_slow_author_is_its_own() -> None:
    bench = Bench(outbox_messages=1)
    author = bench.watch()
    told: list[Patch] = []

    def answer(*_: object) -> None:
        for number in range(3):
            bench.knob.whole = number + 1
            bench.session.document.flush()
        told.extend(bench.read(author))

    bench.knob.on_change("value", answer)
    bench.set(author, 1, "value", 1)
    assert [(patch.base, patch.revision, patch.peer) for patch in told] == [
        (0, 3, False)
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [("data_url", "https://evil.example"), ("data", {"x": [1]}), ("http_headers", {})],
)
def test_no_browser_changes_what_the_pages_of_others_ask_for(
    bench: Bench, field, value
) -> None:
    source = AjaxDataSource(data_url="/rows", adapter=CustomJS(code="mine"))
    bench.knob.child = source
    peer = bench.watch("one")
    bench.send(peer, 1, SetField(model=source.id, field=field, value=value))
    (answer,) = bench.read(peer)
    assert [item.error for item in answer.rejected] == ["read_only"]
    assert source.data_url == "/rows"
    assert source.data == {}
