"""Applications written for Bokeh run after nothing but their imports changed."""

import runpy
from pathlib import Path

import numpy as np
import pytest

from syncd.document import Document, current
from syncd.events import Event
from syncd.model import ColumnsChanged, FieldChanged
from syncd.palettes import RdYlBu3


TESTS = Path(__file__).parents[2]
SLIDERS = TESTS / "apps" / "sliders.py"
MYAPP = TESTS / "documents" / "scripts" / "myapp.py"
OLDAPP = TESTS / "documents" / "scripts" / "oldapp.py"


class Running:
    """An application in a document of its own."""

    def __init__(self, path: Path) -> None:
        self.document = Document(epoch="test")
        self.transactions = []
        self.document.on_commit = self.transactions.append
        with current(self.document), self.document.transact():
            self.names = runpy.run_path(str(path))
        self.transactions.clear()

    def press(self, button) -> None:
        event = Event.from_wire("button_click", button, {})
        with current(self.document), self.document.transact():
            button.trigger_event("button_click", event)


def test_sliders_redraw_the_curve() -> None:
    app = Running(SLIDERS)
    (root,) = app.document.roots
    assert root.type == "Row"
    assert (app.document.title, root.width) == ("Sliders", 800)
    with current(app.document), app.document.transact():
        app.names["amplitude"].value = 2
    source = app.names["source"]
    np.testing.assert_allclose(source.data["y"], 2 * np.sin(source.data["x"]))
    (transaction,) = app.transactions
    moved, redrawn = transaction.changes
    assert isinstance(moved, FieldChanged)
    assert isinstance(redrawn, ColumnsChanged)
    assert redrawn.columns == ("y",)


def test_sliders_take_their_title_from_the_text() -> None:
    app = Running(SLIDERS)
    with current(app.document), app.document.transact():
        app.names["text"].value = "another"
    assert app.names["plot"].title.text == "another"


@pytest.mark.filterwarnings("ignore:vplot")
@pytest.mark.parametrize("path", [MYAPP, OLDAPP], ids=lambda path: path.stem)
def test_every_press_adds_a_number_in_one_transaction(path: Path) -> None:
    app = Running(path)
    for _ in range(4):
        app.press(app.names["button"])
    data = app.names["ds"].data
    assert data["text"] == ["0", "1", "2", "3"]
    assert data["text_color"] == [*RdYlBu3, RdYlBu3[0]]
    assert all(15 <= place <= 85 for place in [*data["x"], *data["y"]])
    assert type(data["x"] + []) is list
    assert [len(each.changes) for each in app.transactions] == [1] * 4


def test_the_same_application_gives_the_same_ids() -> None:
    first, second = Running(MYAPP), Running(MYAPP)
    described = [
        [(number, model.type) for number, model in app.document.models.items()]
        for app in (first, second)
    ]
    assert described[0] == described[1]
