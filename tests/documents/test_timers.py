"""Scripts of the guides that go on by themselves: timers, threads, executors."""

import signal
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from support.daemon import SECRET_KEY, daemon
from support.wait import eventually
from syncd.client import ControlClient
from syncd.config import Settings


SCRIPTS = Path(__file__).parent / "scripts"


NAVY_LINE = """element => {
  const [, line] = element.document.roots[0].get("renderers");
  return [line.get("glyph").get("line_alpha"), Array.from(line.get("data_source").get("data").y)];
}"""


SCATTERED = """element => {
  const [points] = element.document.roots[0].get("renderers");
  const data = points.get("data_source").get("data");
  return Object.fromEntries(Object.entries(data).map(([name, column]) => [name, [...column]]));
}"""


@pytest.fixture(scope="module")
def running():
    apps = [SCRIPTS / "animation.py", SCRIPTS / "unlocked.py"]
    with daemon(apps=apps) as running:
        yield running


def test_the_animation_moves_as_the_guide_computes_it(running, look):
    view = look(f"{running.url}/animation")
    x = np.linspace(0, 4 * np.pi, 80)
    seen = []

    def has_moved():
        alpha, ys = view.document.evaluate(NAVY_LINE)
        if not seen or ys != seen[-1][1]:
            seen.append((alpha, ys))
        return len(seen) >= 5

    before = Plot(view).picture()
    eventually(has_moved, "the line does not move")
    eventually(lambda: Plot(view).picture() != before, "the line is not drawn anew")
    crest = np.argmax(np.sin(x))
    for alpha, ys in seen:
        step = ys[crest] / np.sin(x[crest])
        assert alpha == pytest.approx(1 - 0.8 * abs(step))
        np.testing.assert_allclose(ys, np.sin(x) * step, atol=1e-9)
        ticks = np.arccos(np.clip(step, -1, 1)) / 0.03
        assert abs(ticks - round(ticks)) < 1e-3


def points(view):
    data = view.document.evaluate(SCATTERED)
    return list(zip(data["x"], data["y"], data["color"], strict=True))


def test_what_runs_without_the_lock_holds_nothing_up(running, look):
    view = look(f"{running.url}/unlocked")

    def blue():
        return [row for row in points(view)[1:] if row[2] == "blue"]

    eventually(lambda: len(blue()) >= 3, lambda: str(points(view)))
    rows = points(view)
    assert [x for x, _, _ in rows] == list(range(len(rows)))
    eventually(lambda: {1, 2, 3} <= {y for _, y, _ in blue()})
    # Red ones go on while a task takes its second, one after the other: if they had to
    # wait for it, there would be no more than one for each.
    tasks = sum(colour == "blue" for _, _, colour in rows[1:])
    assert len(rows) - 1 - tasks > 2 * tasks
    eventually(
        lambda: {"#ff0000", "#0000ff"} <= Plot(view).colours(), "they are not drawn"
    )


def test_a_thread_adds_points_and_ends_with_its_session(look):
    options = ("--unused-session-lifetime", "4000")
    with daemon(*options, apps=[SCRIPTS / "testapp.py"]) as running:
        view = look(f"{running.url}/testapp")
        eventually(lambda: len(view.column("x")) >= 10, "no points come")
        first = len(view.column("x"))
        eventually(lambda: len(view.column("x")) >= first + 10, "no points come")
        eventually(
            lambda: all(
                0 <= place <= 1 for place in view.column("x") + view.column("y")
            )
        )
        expect(view.document).to_have_attribute("data-status", "live")
        assert view.problems == []

        view.page.close()
        eventually(lambda: status(running)["sessions"] == 0, "the session stays")
        again = look(f"{running.url}/testapp")
        eventually(lambda: len(again.column("x")) >= 3, "no points come")
        running.wait_for_log("has ended, as the session of its script had")
        # It ends in time although the thread of the living session goes on.
        running.stop(signal.SIGTERM)
        assert "Traceback" not in running.log()


def status(running):
    settings = Settings(control_url=running.control_url, secret_key=SECRET_KEY)
    return ControlClient.of(settings).status()
