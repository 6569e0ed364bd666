"""Two people far away from the server, and not at the same place."""

import pytest

from browser.view import View, box_of
from support.slow import DELAY
from support.wait import eventually


# Notes the slider's value whenever the page is drawn.
SAMPLE = """slider => {
  window.shown = [];
  const note = () => {
    const value = slider.valueAsNumber;
    if (window.shown.at(-1) !== value) window.shown.push(value);
    requestAnimationFrame(note);
  };
  note();
}"""


@pytest.fixture
def open_far(context_factory, site):
    """Open the board behind a link of 150 ms each way."""

    def open_far(session):
        view = View(context_factory().new_page())
        view.page.goto(f"{site.url}/plain")
        eventually(lambda: view.page.evaluate("() => window.show !== undefined"))
        view.page.evaluate(
            "async (name) => { await window.show('one', 'board', name, 'slow'); }",
            session,
        )
        view.wait_for_status("live")
        view.slider.evaluate(SAMPLE)
        return view

    return open_far


def shown(view):
    """Return the values that the slider has had, as they were seen."""
    return view.page.evaluate("() => window.shown")


def move(view, share):
    box = box_of(view.slider)
    view.page.mouse.move(
        box["x"] + box["width"] * share, box["y"] + box["height"] / 2, steps=2
    )


def agree(views):
    first = views[0]
    for view in views:
        eventually(
            lambda view=view: (
                view.value == first.value
                and view.heard == f"heard {view.value:g}"
                and view.column("y") == [view.value] * 50
            ),
            lambda view=view: f"{view.value} {first.value} {view.heard}",
        )


def test_a_dragged_slider_never_jumps_back(open_far):
    one, other = open_far("far"), open_far("far")
    one.drag(0.52)
    for share in range(54, 96, 2):
        move(one, share / 100)
        one.page.wait_for_timeout(30)
    one.drop()
    last = one.value
    one.page.wait_for_timeout(DELAY * 4 * 1000)
    values = shown(one)
    assert len(values) > 10
    assert values == sorted(values)
    eventually(lambda: one.value == last)
    agree([one, other])
    values = shown(other)
    assert values == sorted(values)


def test_two_who_drag_at_once_end_with_the_same(open_far):
    one, other = open_far("both-drag"), open_far("both-drag")
    one.drag(0.52)
    other.drag(0.48)
    for step in range(2, 40, 2):
        move(one, 0.52 + step / 100)
        move(other, 0.48 - step / 100)
    # Whoever rests for longer than the link takes sees the other's moves, too.
    for view in (one, other):
        eventually(lambda view=view: len(shown(view)) > 10)
    one.drop()
    other.drop()
    one.page.wait_for_timeout(DELAY * 6 * 1000)
    agree([one, other])
