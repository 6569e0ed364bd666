"""Rows of a table in groups: opened and closed, summed up, told to Python."""

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import DARK, LIGHT, violations
from browser.test_forced_colours import FORCED


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name, app="cubes")
    yield made
    assert made.violations() == []
    assert made.problems == []


def rows(view):
    """Return what the rows of the cube say, from top to bottom, without the head."""
    return view.page.get_by_role("treegrid").locator(".body .row")


def row(view, words):
    return rows(view).filter(has_text=words).first


def test_groups_have_their_sums_in_the_manner_of_their_columns(view):
    expect(rows(view)).to_have_text(
        [
            "A$101",
            "B$10",
            "E$903",
            "D$30",
            "H$40",
            "J$505",
            "K$50",
            "L$606",
            "L$60",
            "M$707",
            "N$70",
        ]
    )
    for words, level, expanded in [("A$101", "1", "true"), ("D$30", "2", "false")]:
        expect(row(view, words)).to_have_attribute("aria-level", level)
        expect(row(view, words)).to_have_attribute("aria-expanded", expanded)


def test_a_click_opens_a_group_and_python_is_told(view):
    row(view, "D$30").click()
    expect(rows(view).nth(4)).to_have_text("F$202")
    expect(rows(view).nth(5)).to_have_text("G$30NaN")
    expect(rows(view).nth(4)).to_have_attribute("aria-level", "3")
    expect(view.named("heard")).to_contain_text(
        "[[0], [0], [1, 2, 3], [1, 2], 1, 2, [3], [4], [4], [5], [5], [6], [6]]"
    )
    expect(view.named("heard")).to_contain_text("['A', 'B', 'E', 'D', 'F', 'G', 'H'")
    row(view, "E$903").click()
    expect(rows(view)).to_have_count(9)
    row(view, "E$903").click()
    expect(rows(view)).to_have_count(13)


def test_only_what_a_person_does_is_told(view):
    view.page.get_by_role("button", name="More").click()
    expect(row(view, "A")).to_have_text("A$154.5")
    row(view, "M$707").click()
    expect(view.named("heard")).to_contain_text("[5], [5], [6]] ['A', ")
    view.page.get_by_role("button", name="More").click()
    expect(row(view, "A")).to_contain_text("A$20")
    view.page.wait_for_timeout(400)  # longer than a page waits before it tells
    expect(view.named("heard")).to_contain_text("[[0, 7], [0], [7], ")
    view.page.get_by_role("columnheader", name="Price").click()
    expect(view.named("heard")).to_contain_text("[[7, 8, 0], [0], [7, 8]")


BUSY = """async () => {
  const find = (root) => root.querySelector("docsync-data-cube") ??
    [...root.querySelectorAll("*")]
      .map(({ shadowRoot }) => shadowRoot && find(shadowRoot)).find(Boolean);
  const cube = find(document);
  let told = 0;
  const begun = performance.now();
  const hearing = cube.model.get("target").observe(() => (told += 1));
  for (let left = 40; left > 0; left -= 1) {
    cube.toggle(-1);
    await new Promise((done) => setTimeout(done, 25));
  }
  hearing.cancel();
  return [told, (performance.now() - begun) / 100];
}"""
"""Open and close the first group for a second; return how often that was told meanwhile,
and in how many tenths of a second."""


def test_what_is_shown_is_told_now_and_then_while_somebody_goes_on(view):
    view.page.wait_for_timeout(400)  # what is told at the start
    told, tenths = view.page.evaluate(BUSY)
    assert 1 <= told <= tenths + 2


def test_what_is_too_much_to_tell_is_said_once(open_view, request):
    view = open_view(request.node.name, app="vast_cube")
    vast = lines(view, "vast")
    expect(vast).to_have_count(3)
    for expanded in ["true", "false"]:
        vast.nth(2).click()
        expect(vast.nth(2)).to_have_attribute("aria-expanded", expanded)
        view.page.wait_for_timeout(1_300)  # longer than a page waits before it tells
    (problem,) = view.told()
    assert "DataCube.target is not told what is shown" in problem
    assert "at most 900000 are allowed" in problem
    expect(view.named("heard")).to_have_text("nothing yet")


def test_more_groups_than_a_message_has_room_for_lose_no_connection(open_view, request):
    view = open_view(request.node.name, app="vast_cube")
    scattered = lines(view, "scattered")
    scattered.nth(1).click()
    expect(scattered.nth(1)).to_have_attribute("aria-expanded", "true")
    view.page.wait_for_timeout(1_300)  # longer than a page waits before it tells
    (problem,) = view.told()
    assert "260000 groups, at most 240000 are allowed" in problem
    view.wait_for_status("live")


def test_groups_without_words_have_names_and_are_opened_apart(open_view, request):
    view = open_view(request.node.name, app="odd_cube")
    names = ["-Infinity", "Infinity", "(null)"]
    expect(rows(view)).to_have_text([f"{name}{at}" for at, name in enumerate(names)])
    row(view, "(null)").click()
    expect(rows(view)).to_have_count(4)
    view.page.get_by_role("button", name="Words").click()
    names = ["(empty)", "filled", "none at all"]
    expect(rows(view)).to_have_text([f"{name}{at}" for at, name in enumerate(names)])


def test_keys_open_close_and_go_to_the_parent(view):
    page, grid = view.page, view.page.get_by_role("treegrid")
    grid.focus()
    for key in ["ArrowDown", "ArrowRight"]:
        page.keyboard.press(key)
    expect(rows(view).nth(2)).to_have_text("C$101")
    for key in ["ArrowDown", "ArrowLeft"]:
        page.keyboard.press(key)
    expect(rows(view).nth(1).locator(".active")).to_have_text("B")
    for key in ["ArrowLeft", "ArrowLeft", "ArrowLeft"]:
        page.keyboard.press(key)
    expect(rows(view).nth(0).locator(".active")).to_have_text("A")
    expect(rows(view).nth(0)).to_have_attribute("aria-expanded", "false")
    expect(rows(view)).to_have_count(10)
    page.keyboard.press("Enter")
    expect(rows(view)).to_have_count(11)
    page.keyboard.press("ArrowRight")
    expect(rows(view).nth(0).locator(".active")).to_have_text("$10")


def test_rows_are_selected_and_groups_are_not(view):
    row(view, "D$30").click()
    expect(rows(view)).to_have_count(13)
    rows(view).nth(5).click()
    expect(view.named("picked")).to_have_text("[2]")
    row(view, "M$707").click()
    expect(rows(view)).to_have_count(12)
    expect(view.named("picked")).to_have_text("[2]")


def test_rows_that_come_later_find_their_groups(view):
    row(view, "D$30").click()
    view.page.get_by_role("button", name="More").click()
    expect(row(view, "A")).to_have_text("A$154.5")
    expect(rows(view).nth(2)).to_have_text("Z$5")
    expect(row(view, "F$202")).to_be_visible()


@pytest.mark.parametrize("look", [LIGHT, DARK, FORCED], ids=["light", "dark", "forced"])
def test_axe_finds_nothing_wrong(open_view, request, look):
    view = open_view(request.node.name, app="cubes", **look)
    row(view, "D$30").click()
    expect(rows(view)).to_have_count(13)
    assert violations(view.page) == []


def lines(view, name):
    return view.named(name).locator(".body .row")


def group(view, name, words):
    return lines(view, name).filter(has_text=words).first


def test_groups_are_open_as_the_target_says_for_everybody_who_looks(open_view, request):
    one = open_view(request.node.name, app="shared_cube")
    expect(lines(one, "shared")).to_have_text(["a", "b", "C", "D", "c"])
    other = open_view(request.node.name, app="shared_cube")
    expect(lines(other, "shared")).to_have_text(["a", "b", "C", "D", "c"])
    group(one, "shared", "a").click()
    expect(lines(other, "shared")).to_have_text(["a", "A", "B", "b", "C", "D", "c"])
    lines(other, "shared").nth(3).click()
    expect(lines(one, "shared")).to_have_text(["a", "A", "B", "b", "c"])
    expect(lines(other, "shared")).to_have_text(["a", "A", "B", "b", "c"])
    one.reload()
    expect(lines(one, "shared")).to_have_text(["a", "A", "B", "b", "c"])
    assert one.problems == other.problems == []


def test_what_takes_long_to_tell_is_told_when_people_rest(open_view, request):
    view = open_view(request.node.name, app="shared_cube")
    for name in ["0", "1"]:
        group(view, "large", name).click()
        expect(group(view, "large", name)).to_have_attribute("aria-expanded", "true")
        group(view, "large", name).click()
        expect(group(view, "large", name)).to_have_attribute("aria-expanded", "false")
    group(view, "large", "0").click()
    expect(view.named("heard")).to_have_text("[10003]")


def test_what_python_is_asked_for_next_it_answers_by_what_is_shown(open_view, request):
    view = open_view(request.node.name, app="shared_cube")
    group(view, "large", "0").click()
    view.page.get_by_role("button", name="Ask").click()
    expect(view.named("asked")).to_have_text("10003 rows")
