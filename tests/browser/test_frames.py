"""Where frames of figures are, and what stands around them."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


@pytest.fixture(scope="module")
def frames(module_view):
    view = module_view("frames", app="frames", viewport={"width": 900, "height": 3000})
    view.plot.wait_for()
    return view


def frame_of(view, name):
    return box_of(Plot(view, name).area)


def figure_of(view, name):
    return box_of(view.named(name))


def title_of(view, name):
    return box_of(view.named(name).locator(".title > span"))


def bar_of(view, name):
    return box_of(view.named(name).get_by_role("toolbar"))


def middle(box):
    return box["y"] + box["height"] / 2


def end(box):
    return box["x"] + box["width"]


def foot(box):
    return box["y"] + box["height"]


def test_tools_above_stand_in_one_line_with_the_title(frames):
    bar, title = bar_of(frames, "sticky"), title_of(frames, "sticky")
    assert middle(bar) == pytest.approx(middle(title), abs=4)
    assert bar["x"] > end(title)
    eventually(
        lambda: end(bar) == pytest.approx(end(figure_of(frames, "sticky")), abs=1)
    )


def test_tools_that_do_not_stick_stand_outside_of_the_title(frames):
    eventually(lambda: foot(bar_of(frames, "loose")) <= title_of(frames, "loose")["y"])


def test_tools_may_stand_in_the_frame(frames):
    bar, frame = bar_of(frames, "inner"), frame_of(frames, "inner")
    assert frame["x"] < bar["x"]
    assert end(bar) == pytest.approx(end(frame), abs=4)
    assert frame["y"] <= bar["y"]
    assert foot(bar) <= foot(frame)


def test_legends_stand_beside_tools_in_the_frame(frames):
    legend = box_of(frames.named("named").get_by_role("group", name="Legend"))
    eventually(lambda: end(legend) <= bar_of(frames, "named")["x"])


def test_what_belongs_beside_a_figure_that_was_made_narrow_is_there(frames):
    frame, title = frame_of(frames, "slim"), title_of(frames, "slim")
    legend = box_of(frames.named("slim").get_by_role("group", name="Legend"))
    assert end(title) <= frame["x"]
    assert end(frame) <= legend["x"]
    eventually(lambda: end(legend) <= bar_of(frames, "slim")["x"])


def test_tools_without_room_are_behind_a_button(frames):
    figure = frames.named("crowded")
    more = figure.get_by_role("button", name="More tools")
    expect(more).to_be_visible()
    eventually(
        lambda: (
            foot(bar_of(frames, "crowded")) <= foot(figure_of(frames, "crowded")) + 1
        )
    )
    expect(figure.get_by_role("button", name="Help")).to_have_count(0)
    more.click()
    expect(figure.get_by_role("button", name="Help")).to_be_visible()
    frames.page.keyboard.press("Escape")
    expect(figure.get_by_role("button", name="Help")).to_have_count(0)


def test_tools_above_without_room_are_behind_a_button(frames):
    figure, page = frames.named("lying"), frames.page
    more = figure.get_by_role("button", name="More tools")
    expect(more).to_be_visible()
    eventually(lambda: bar_of(frames, "lying")["height"] < 40)
    more.click()
    members = figure.locator(".members")
    box = box_of(members)
    assert box["x"] >= 0
    eventually(
        lambda: end(box) <= page.evaluate("document.documentElement.clientWidth")
    )
    page.keyboard.press("Escape")


def test_a_line_may_run_around_the_whole_figure(frames):
    ground = frames.named("lined").locator("canvas.ground")
    box = figure_of(frames, "lined")
    for x, y in ((3, 100), (box["width"] - 3, 100), (200, 3), (200, box["height"] - 3)):
        eventually(lambda x=x, y=y: frames.pixel(x, y, ground) == "#ff0000")
    eventually(lambda: box_of(ground) == box)


def test_a_hatch_may_lie_behind_the_data(frames):
    eventually(lambda: "#00ff00" in Plot(frames, "lined").colours())


def test_the_least_room_around_the_frame_has_the_title_in_it(frames):
    frame, box = frame_of(frames, "roomy"), figure_of(frames, "roomy")
    room = [
        frame["y"] - box["y"],
        frame["x"] - box["x"],
        end(box) - end(frame),
        foot(box) - foot(frame),
    ]
    assert room == [pytest.approx(60, abs=1.5)] * 4
    title = box_of(frames.named("roomy").locator("#title"))
    assert 0 <= frame["y"] - foot(title) <= 16


def test_frames_of_a_column_begin_and_end_together(frames):
    def left(name):
        return frame_of(frames, name)["x"] - figure_of(frames, name)["x"]

    eventually(lambda: left("narrow") == pytest.approx(left("wide"), abs=1))
    assert left("own") < left("wide") - 10
    ends = [end(frame_of(frames, name)) for name in ("narrow", "wide", "own")]
    assert ends == [pytest.approx(ends[0], abs=1)] * 3


def test_a_legend_of_a_narrower_figure_takes_no_room_from_a_wider_one(frames):
    legend = frames.named("short").get_by_role("group", name="Legend")
    eventually(lambda: box_of(legend)["width"] > 60)
    eventually(
        lambda: end(frame_of(frames, "long")) > end(figure_of(frames, "long")) - 25
    )


def test_what_stands_beside_a_frame_stays_with_it_where_that_is_in_line(frames):
    colours = frames.named("coloured").locator(".side.right canvas")
    expect(colours).to_be_visible()

    def gap():
        return box_of(colours)["x"] - end(frame_of(frames, "coloured"))

    # The axis of the other one is wider than the bar by far.
    eventually(
        lambda: (
            end(frame_of(frames, "coloured"))
            == pytest.approx(end(frame_of(frames, "beside")), abs=1)
        )
    )
    eventually(lambda: 0 <= gap() <= 30, gap)


def test_frames_of_a_grid_stand_in_line_both_ways(frames):
    def lines():
        boxes = {name: frame_of(frames, name) for name in "abcd"}
        return [
            boxes["a"]["x"] - boxes["c"]["x"],
            boxes["b"]["x"] - boxes["d"]["x"],
            boxes["a"]["y"] - boxes["b"]["y"],
            foot(boxes["c"]) - foot(boxes["d"]),
        ]

    eventually(lambda: lines() == [pytest.approx(0, abs=1)] * 4, lines)


def test_python_hears_how_large_a_figure_is(frames):
    box = figure_of(frames, "sized")
    expected = f"200 100 {box['width']:.0f} {box['height']:.0f}"
    said = frames.document.get_by_text(expected, exact=True)

    def told():
        frames.document.get_by_role("button", name="How large?").click()
        return said.count() > 0

    eventually(told, f"nobody said {expected}")
    assert frames.told() == []


def test_an_inspector_may_have_no_button(frames):
    bar = frames.named("events").get_by_role("toolbar")
    expect(bar.get_by_role("button", name="Crosshair")).to_be_visible()
    expect(bar.get_by_role("button", name="Hover")).to_have_count(0)


def test_resetting_may_leave_what_is_done_to_python(frames):
    plot = Plot(frames, "events")
    plot.drag((0.7, 0.5), (0.4, 0.5))
    eventually(lambda: plot.ends[0] != [0, 10])
    moved = plot.ends[0]
    frames.named("events").get_by_role("button", name="Reset view").click()
    expect(frames.document.get_by_text("reset heard", exact=True)).to_be_visible()
    assert plot.ends[0] == moved
