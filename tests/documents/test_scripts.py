"""The scripts of the guides, each with nothing changed but its imports.

What a script cannot do without and the guide leaves out is marked in it.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.daemon import daemon
from support.wait import eventually
from support.ws import connect
from syncd.palettes import RdYlBu3


SCRIPTS = Path(__file__).parent / "scripts"


@pytest.fixture(scope="module")
def running():
    names = ["myapp", "oldapp", "standalone"]
    with daemon(apps=[SCRIPTS / f"{name}.py" for name in names]) as running:
        yield running


def press(view, times):
    for _ in range(times):
        view.page.get_by_role("button", name="Press Me").click()


def numbers(view):
    return view.column("text")


def wait_for_numbers(view, count):
    wanted = [str(number) for number in range(count)]
    eventually(lambda: numbers(view) == wanted, lambda: str(numbers(view)))


@pytest.mark.parametrize("name", ["myapp", "oldapp"])
def test_every_press_puts_a_number_somewhere(running, look, name):
    view = look(f"{running.url}/{name}")
    plot = Plot(view)
    button = box_of(view.page.get_by_role("button", name="Press Me"))
    eventually(lambda: button["y"] + button["height"] <= box_of(plot.canvas)["y"])
    eventually(lambda: plot.colour(0.5, 0.5) == "#000000")

    press(view, 4)
    wait_for_numbers(view, 4)
    for column in ("x", "y"):
        eventually(
            lambda column=column: all(
                15 <= place <= 85 for place in view.column(column)
            )
        )
    shown = view.column("text_color")
    assert shown == [RdYlBu3[number % 3] for number in range(4)]
    eventually(lambda: plot.colours() >= set(shown), lambda: str(plot.colours()))
    assert view.problems == []


@pytest.mark.parametrize("name", ["myapp", "oldapp"])
def test_every_press_is_one_message(running, name):
    with connect(running.port, f"/{name}/ws") as ws:
        models = ws.enter()["models"]
        [button] = [model["id"] for model in models if model["type"] == "Button"]
        for seq in (1, 2, 3):
            ws.send(
                {"type": "event", "seq": seq, "model": button, "name": "button_click"}
            )
            message = ws.receive()
            assert message["type"] == "patch"
            assert message["ack"] == seq
            [change] = message["changes"]
            columns = change.get("columns") or change["value"]
            assert columns.keys() == {"x", "y", "text", "text_color"}
            assert columns["text"] == [str(number) for number in range(seq)]
        with pytest.raises(TimeoutError):
            ws.receive(0.2)


def test_tabs_count_for_themselves_unless_they_share_a_session(running, look):
    one, other = look(f"{running.url}/myapp"), look(f"{running.url}/myapp")
    press(one, 2)
    press(other, 1)
    wait_for_numbers(one, 2)
    wait_for_numbers(other, 1)
    one.page.reload()
    one.wait_for_status("live")
    eventually(lambda: numbers(one) == [])

    shared = f"{running.url}/myapp?bokeh-session-id=shared"
    one, other = look(shared), look(shared)
    press(one, 1)
    wait_for_numbers(other, 1)
    press(other, 1)
    wait_for_numbers(one, 2)


def test_a_document_of_ones_own_may_have_hooks_too(running, look):
    view = look(f"{running.url}/standalone")
    expect(view.page.get_by_text("it stands alone")).to_be_visible()


def test_a_parenthesis_that_is_missing_is_found_at_start(tmp_path):
    script = tmp_path / "things.py"
    script.write_text(
        "from os.path import dirname, join\nimport pandas\n\n"
        "pandas.read_csv(join(dirname(__file__), 'data', 'things.csv')\n"
    )
    with pytest.raises(AssertionError) as caught, daemon(apps=[script]):
        pass
    said = str(caught.value)
    assert "the daemon ended with 1" in said
    assert re.search(r"things\.py.*(line |:)4", said)
    assert "was never closed" in said
    assert "Traceback" not in said
