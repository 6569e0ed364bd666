"""Whoever is not the session's runner changes nothing, by whatever door."""

from typing import Any

import pytest

from support.bench import Bench
from syncd.document import Document
from syncd.errors import ForeignWriterError
from syncd.model import Model
from syncd.models import Column, ColumnDataSource, CustomJS, Slider
from syncd.plotting import figure


class World:
    """A session whose document has a bit of everything."""

    def __init__(self) -> None:
        self.source = ColumnDataSource(data={"x": [1, 2], "y": [3, 4]})
        self.slider = Slider(start=0, end=9, tags=["a"])
        self.figure = figure(title="A")
        self.figure.scatter("x", "y", size=4, source=self.source)
        self.column = Column(children=[self.slider, self.figure])
        self.bench = Bench(self.build)
        self.peer = self.bench.watch()
        self.document = self.bench.session.document

    def build(self, document: Document) -> None:
        document.add_root(self.column)


DOORS: dict[str, Any] = {
    "field": lambda w: setattr(w.slider, "value", 5),
    "same field": lambda w: setattr(w.slider, "value", w.slider.value),
    "several fields": lambda w: w.slider.update(value=5, start=1),
    "field of a default": lambda w: setattr(w.figure.title, "text", "B"),
    "nested field": lambda w: setattr(w.figure.xaxis, "axis_label", "B"),
    "list": lambda w: w.slider.tags.append("b"),
    "item of a list": lambda w: w.slider.tags.__setitem__(0, "b"),
    "list in place": lambda w: w.slider.tags.__iadd__(["b"]),
    "children": lambda w: w.column.children.append(Slider(start=0, end=1)),
    "children by pop": lambda w: w.column.children.pop(),
    "dict": lambda w: w.slider.js_property_callbacks.update({"change:value": []}),
    "data": lambda w: setattr(w.source, "data", {"x": [1], "y": [2]}),
    "column": lambda w: w.source.data.__setitem__("x", [7, 8]),
    "columns": lambda w: w.source.data.update(x=[7, 8]),
    "no column": lambda w: w.source.data.pop("x"),
    "new column": lambda w: w.source.add([1, 2], "z"),
    "stream": lambda w: w.source.stream({"x": [1], "y": [2]}),
    "stream with rollover": lambda w: w.source.stream({"x": [1], "y": [2]}, 2),
    "patch": lambda w: w.source.patch({"x": [(0, 9)]}),
    "trigger": lambda w: w.source.trigger("data", None, w.source.data),
    "add_root": lambda w: w.document.add_root(Slider(start=0, end=1)),
    "remove_root": lambda w: w.document.remove_root(w.column),
    "clear": lambda w: w.document.clear(),
    "title": lambda w: setattr(w.document, "title", "B"),
    "theme": lambda w: setattr(w.document, "theme", "dark_minimal"),
    "hold": lambda w: w.document.hold(),
    "unhold": lambda w: w.document.unhold(),
    "flush": lambda w: w.document.flush(),
    "glyph": lambda w: w.figure.line("x", "y", source=w.source),
    "layout": lambda w: w.figure.add_layout(Slider(start=0, end=1)),
    "tools": lambda w: w.figure.add_tools("pan"),
    "on_event": lambda w: w.figure.on_event("tap", print),
    "event of the document": lambda w: w.document.on_event("document_ready", print),
    "js_on_change": lambda w: w.slider.js_on_change("value", CustomJS(code="")),
    "js_link": lambda w: w.slider.js_link("value", w.figure, "width"),
}


def state(world: World) -> Any:
    models = world.document.models
    return (
        world.document.revision,
        world.document.title,
        world.document.theme,
        [id(root) for root in world.document.roots],
        {number: _fields(model) for number, model in models.items()},
    )


def _fields(model: Model) -> str:
    return repr({name: getattr(model, name) for name in model.fields()})


@pytest.mark.parametrize("door", DOORS)
def test_a_stranger_changes_nothing_and_learns_what_to_do(door: str) -> None:
    world = World()
    before = state(world)
    world.bench.runner = "somebody else"
    with pytest.raises(ForeignWriterError, match="add_next_tick_callback"):
        DOORS[door](world)
    assert state(world) == before
    assert world.bench.read(world.peer) == []
    world.bench.runner = "runner"
    world.bench.tick(lambda: setattr(world.slider, "value", 3))
    assert len(world.bench.read(world.peer)) == 1


@pytest.mark.parametrize("door", DOORS)
def test_outside_of_a_turn_there_is_no_runner(door: str) -> None:
    world = World()
    with pytest.raises(ForeignWriterError):
        DOORS[door](world)


def test_anybody_may_schedule_and_cancel() -> None:
    world, seen = World(), []
    world.bench.runner = "somebody else"
    document = world.document
    document.add_next_tick_callback(lambda: seen.append(1))
    handle = document.add_next_tick_callback(lambda: seen.append(2))
    document.remove_next_tick_callback(handle)
    document.add_timeout_callback(lambda: seen.append(3), 0)
    document.locked_callback(seen.append)(4)
    world.bench.runner = "runner"
    world.bench.run()
    assert sorted(seen) == [1, 3, 4]
