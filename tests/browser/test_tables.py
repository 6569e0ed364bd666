"""Tables show the rows of a source, and people sort, select and edit them."""

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import schemes, violations
from browser.test_fetching import CELLS
from browser.view import box_of
from support.wait import eventually


COPY = """grid => {
  const clipboardData = new DataTransfer();
  grid.dispatchEvent(new ClipboardEvent("copy", { clipboardData, cancelable: true }));
  return clipboardData.getData("text/plain");
}"""


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name, app="tables")
    grid(made).get_by_role("columnheader").last.wait_for()
    return made


def grid(view, name="people"):
    return view.named(name).get_by_role("grid")


def cells(view, column, name="people"):
    """Return what the rows in the page say in a column."""
    rows = grid(view, name).get_by_role("row").evaluate_all(CELLS)
    return [row[column] for row in rows if row]


def shows(view, column, expected, name="people"):
    """Wait until the rows in the page say this in a column."""
    eventually(
        lambda: cells(view, column, name) == expected,
        lambda: str(cells(view, column, name)),
    )


def cell(view, row, column, name="people"):
    rows = grid(view, name).get_by_role("row")
    return rows.nth(row + 1).get_by_role("gridcell").nth(column)


def head(view, title, name="people"):
    return grid(view, name).get_by_role("columnheader", name=title)


def titles(view):
    return grid(view).get_by_role("columnheader").all_inner_texts()


def heard(view):
    return view.named("heard")


def picked(view):
    return view.named("picked")


def test_cells_are_written_as_their_formatters_say(view):
    shows(view, 0, ["0", "1", "2", "3"])
    shows(view, 1, ["carol", "alice", "bob", "<b>dan</b>"])
    shows(view, 2, ["3.00", "-", "1.50", "2.00"])
    expect(cell(view, 0, 3)).to_have_text("04 Jan 2026")
    expect(cell(view, 0, 4).get_by_role("img", name="true")).to_be_visible()
    expect(cell(view, 1, 4).get_by_role("img")).to_have_count(0)


def test_templates_choose_and_cannot_act(view):
    expect(cell(view, 0, 6).locator("b")).to_have_text("large")
    expect(cell(view, 2, 6).locator("b")).to_have_text("small")
    expect(cell(view, 2, 6).locator("b")).to_have_attribute("title", "bob")
    link = cell(view, 0, 6).get_by_text("go")
    eventually(lambda: link.get_attribute("href") is None)
    eventually(lambda: view.page.evaluate("() => window.acted") is None)
    assert view.violations() == []


def test_a_click_on_a_head_sorts_what_is_shown(view):
    head(view, "Name").click()
    shows(view, 1, ["<b>dan</b>", "alice", "bob", "carol"])
    expect(head(view, "Name")).to_have_attribute("aria-sort", "ascending")
    head(view, "Name").click()
    shows(view, 0, ["0", "2", "1", "3"])
    head(view, "Name").click(modifiers=["Control"])
    shows(view, 0, ["0", "1", "2", "3"])
    head(view, "Day").click()
    shows(view, 0, ["0", "1", "2", "3"])
    head(view, "Size").click()
    shows(view, 2, ["-", "1.50", "2.00", "3.00"])
    expect(heard(view)).to_have_text("nothing")


def test_several_columns_sort(view):
    head(view, "Kind").click()
    head(view, "Name").click(modifiers=["Shift"])
    shows(view, 0, ["2", "0", "3", "1"])


def test_rows_are_selected_here_there_and_in_figures(view):
    cell(view, 1, 1).click()
    expect(picked(view)).to_have_text("picked [1]")
    cell(view, 3, 1).click(modifiers=["Control"])
    expect(picked(view)).to_have_text("picked [1, 3]")
    head(view, "Name").click()
    cell(view, 0, 1).click()
    cell(view, 2, 1).click(modifiers=["Shift"])
    expect(picked(view)).to_have_text("picked [1, 2, 3]")
    view.page.keyboard.press("Control+a")
    expect(picked(view)).to_have_text("picked [0, 1, 2, 3]")
    view.named("few").get_by_role("gridcell", name="bob").click()
    expect(picked(view)).to_have_text("picked [2]")
    selected = grid(view).locator("[aria-selected=true]")
    expect(selected).to_have_count(1)
    expect(selected).to_contain_text("bob")


def test_a_view_decides_which_rows_there_are(view):
    expect(grid(view, "few").get_by_role("row")).to_have_count(3)
    shows(view, 0, ["0", "2"], "few")
    cell(view, 0, 5).dblclick()
    view.page.get_by_role("combobox", name="Kind").select_option("c")
    expect(grid(view, "few").get_by_role("row")).to_have_count(2)


def test_an_edit_reaches_python_as_it_was_meant(view):
    cell(view, 2, 2).dblclick()
    editor = view.page.get_by_role("textbox", name="Size")
    expect(editor).to_have_value("1.5")
    editor.fill("much")
    editor.press("Enter")
    expect(view.page.get_by_role("alert")).to_have_text("“much” is not a number")
    expect(heard(view)).to_have_text("nothing")
    editor.fill("2,25")
    editor.press("Enter")
    expect(heard(view)).to_have_text("carol:3 alice:nan bob:2.25 <b>dan</b>:2")
    expect(cell(view, 2, 2)).to_have_text("2.25")
    assert view.told() == []


def test_an_edit_belongs_to_its_row_however_it_is_sorted(view):
    head(view, "Name").click()
    cell(view, 1, 1).dblclick()
    view.page.keyboard.type("zoe")
    view.page.keyboard.press("Enter")
    expect(heard(view)).to_have_text("carol:3 zoe:nan bob:1.5 <b>dan</b>:2")
    shows(view, 1, ["<b>dan</b>", "bob", "carol", "zoe"])


def test_keys_alone_are_enough(view):
    keyboard = view.page.keyboard
    grid(view).focus()
    for key in ("ArrowRight", "ArrowDown", "F2"):
        keyboard.press(key)
    keyboard.type("anna")
    keyboard.press("Escape")
    expect(heard(view)).to_have_text("nothing")
    keyboard.type("ann")
    keyboard.press("Enter")
    expect(heard(view)).to_have_text("carol:3 ann:nan bob:1.5 <b>dan</b>:2")
    keyboard.press("Space")
    expect(picked(view)).to_have_text("picked [2]")
    keyboard.press("Shift+ArrowUp")
    expect(picked(view)).to_have_text("picked [1, 2]")
    keyboard.press("Control+Home")
    active = grid(view).get_attribute("aria-activedescendant")
    expect(cell(view, 0, 0)).to_have_attribute("id", active)
    keyboard.press("ArrowRight")
    keyboard.press("ArrowUp")
    keyboard.press("Enter")
    shows(view, 1, ["<b>dan</b>", "ann", "bob", "carol"])
    keyboard.press("Alt+ArrowRight")
    eventually(lambda: titles(view)[1:3] == ["Size", "Name"], lambda: titles(view))
    before = box_of(head(view, "Name"))["width"]
    keyboard.press("Shift+ArrowRight")
    eventually(lambda: box_of(head(view, "Name"))["width"] == before + 20)


def test_dates_truth_and_choices_are_edited_as_what_they_are(view):
    cell(view, 0, 3).dblclick()
    view.page.get_by_label("Day").last.fill("2027-02-03")
    view.page.keyboard.press("Enter")
    expect(cell(view, 0, 3)).to_have_text("03 Feb 2027")
    cell(view, 1, 4).dblclick()
    expect(cell(view, 1, 4).get_by_role("img")).to_be_visible()
    cell(view, 0, 6).dblclick()
    expect(view.page.get_by_role("textbox")).to_have_count(0)


def test_what_is_copied_can_be_pasted_into_a_spreadsheet(view):
    cell(view, 2, 1).click()
    cell(view, 0, 1).click(modifiers=["Control"])
    lines = grid(view).evaluate(COPY).split("\n")
    assert [line.split("\t")[:3] for line in lines] == [
        ["carol", "3", "04 Jan 2026"],
        ["bob", "1.5", "02 Jan 2026"],
    ]


def test_only_rows_in_sight_are_in_the_page(view):
    rows = grid(view, "counted").get_by_role("row")
    eventually(lambda: rows.count() < 40)
    expect(grid(view, "counted")).to_have_attribute("aria-rowcount", "1001")
    grid(view, "counted").focus()
    view.page.keyboard.press("Control+End")
    expect(rows.last).to_have_attribute("aria-rowindex", "1001")
    expect(rows.last).to_contain_text("999")
    eventually(lambda: rows.count() < 40)


def test_rows_that_come_and_change_move_nothing(view):
    counted = grid(view, "counted")
    counted.evaluate("grid => { grid.scrollTop = 5000 }")
    first = cell(view, 0, 1, "counted")
    expect(first).to_have_text("194")
    view.page.get_by_role("button", name="Feed").click()
    expect(first).to_have_text("195")
    view.page.get_by_role("button", name="Patch").click()
    view.page.get_by_role("button", name="Point").click()
    expect(counted.locator("[aria-selected=true]")).to_contain_text("601")
    counted.evaluate("grid => { grid.scrollTop = 0 }")
    expect(first).to_have_text("777")


def test_boxes_select_rows_and_all_of_them(view):
    counted = grid(view, "counted")
    cell(view, 2, 1, "counted").click()
    cell(view, 1, 0, "counted").click()
    expect(picked(view)).to_have_text("picked [1]")
    cell(view, 3, 0, "counted").click()
    expect(picked(view)).to_have_text("picked [1, 3]")
    everything = counted.get_by_role("columnheader", name="Select all rows")
    everything.click()
    expect(picked(view)).to_contain_text("998, 999]")
    everything.click()
    expect(picked(view)).to_have_text("picked []")


def test_colours_follow_the_data(view):
    style = "cell => getComputedStyle(cell).backgroundColor"
    expect(cell(view, 0, 2, "counted")).to_have_css(
        "background-color", "rgb(145, 207, 96)"
    )
    eventually(
        lambda: cell(view, 0, 2, "counted").evaluate(style) == "rgb(145, 207, 96)"
    )


def test_columns_are_dragged_wider_and_elsewhere(view):
    mouse = view.page.mouse
    box = box_of(head(view, "Name"))
    middle = box["y"] + box["height"] / 2
    mouse.move(box["x"] + box["width"] - 3, middle)
    mouse.down()
    mouse.move(box["x"] + box["width"] + 37, middle, steps=3)
    mouse.up()
    wider = pytest.approx(box["width"] + 40, 1)
    eventually(lambda: box_of(head(view, "Name"))["width"] == wider)
    target = box_of(head(view, "Size"))
    mouse.move(box["x"] + 20, middle)
    mouse.down()
    mouse.move(target["x"] + target["width"] - 5, middle, steps=4)
    mouse.up()
    eventually(lambda: titles(view)[:3] == ["#", "Size", "Name"], lambda: titles(view))
    expect(head(view, "Name")).not_to_have_attribute("aria-sort", "ascending")


@schemes
def test_tables_suit_everybody(open_view, scheme):
    view = open_view(f"axe-tables-{scheme['color_scheme']}", app="tables", **scheme)
    cell(view, 1, 1).click()
    cell(view, 2, 2).dblclick()
    view.page.keyboard.type("x")
    view.page.keyboard.press("Enter")
    expect(view.page.get_by_role("alert")).to_be_visible()
    found = violations(view.page)
    assert not found, "\n".join(found)


def test_columns_are_as_wide_as_what_templates_write(view):
    shows(view, 1, ["33", "67"], name="shares")
    # The number itself has so many digits that it needs twice this.
    width = "head => head.getBoundingClientRect().width"
    eventually(lambda: 0 < head(view, "%", "shares").evaluate(width) < 90)


def test_a_template_looks_up_a_style(view):
    shows(view, 2, ["low", "high"], name="shares")
    expect(cell(view, 0, 2, "shares").locator("b")).to_have_css("font-style", "italic")


def test_short_numbers_have_room_in_narrow_columns_that_share_a_table(
    open_view, request
):
    view = open_view(request.node.name, app="tight")
    cells = view.named("shared").locator(".cell")
    cells.last.wait_for()
    cut = """cells => cells.map((cell) => [cell.scrollWidth - cell.clientWidth, cell])
      .filter(([over, { textContent }]) => over > 0 && /\\d/.test(textContent)).length"""
    eventually(lambda: cells.count() >= 15, cells.count)
    eventually(lambda: cells.evaluate_all(cut) == 0, lambda: cells.evaluate_all(cut))


def test_words_have_room_in_columns_that_their_author_made_narrow(open_view, request):
    view = open_view(request.node.name, app="tight")
    cells = view.named("table").locator(".cell")
    cells.last.wait_for()
    cut = """cells => cells.filter((cell) => cell.scrollWidth > cell.clientWidth)
      .map((cell) => cell.textContent)"""
    eventually(lambda: cells.count() >= 16, cells.count)
    eventually(lambda: cells.evaluate_all(cut) == [], lambda: cells.evaluate_all(cut))
    wide = cells.get_by_text("left").first
    expect(wide).to_have_css("padding-left", "10px")
