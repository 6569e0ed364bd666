"""Widgets that are loaded when they are first shown: Python hears what people do."""

import base64

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import DARK, LIGHT, violations
from browser.view import box_of
from support.wait import eventually


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name, app="widgets")
    expect(made.page.get_by_label("Story")).to_have_value("Once\nupon a time")
    expect(made.page.get_by_label("Data")).to_be_attached()
    yield made
    assert made.violations() == []
    assert made.problems == []


CHOICES = {
    "toggle": ("button", "Live", "toggle True"),
    "checkboxes": ("checkbox", "newt", "checkboxes [1, 3]"),
    "radios": ("radio", "fish", "radios 2"),
    "checks": ("button", "wide", "checks [0, 2]"),
    "options": ("radio", "year", "options 2"),
    "checkbox": ("checkbox", "Agreed", "checkbox True"),
    "switch": ("switch", "Lights", "switch False"),
}


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice(view, name):
    role, label, told = CHOICES[name]
    view.named(name).get_by_role(role, name=label).click()
    view.says(told)


def test_a_page_of_a_slider_is_five_steps(view):
    low = view.page.get_by_role("slider", name="Range, from")
    expect(low).to_have_value("2")
    low.press("PageUp")
    expect(low).to_have_value("7")
    low.press("PageDown")
    expect(low).to_have_value("2")
    low.press("PageDown")
    expect(low).to_have_value("0")


def test_what_is_between_two_handles_takes_both_along(view):
    bar = view.named("range").locator(".bar")
    bar.scroll_into_view_if_needed()
    box = box_of(bar)
    across, down = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    # Six of the ten steps are between the handles.
    step = box["width"] / 6
    view.page.mouse.move(across, down)
    view.page.mouse.down()
    view.page.mouse.move(across - step, down, steps=4)
    view.page.mouse.up()
    view.says("range (1, 7)")
    view.page.mouse.down()
    view.page.mouse.move(across + 9 * step, down, steps=4)
    view.page.mouse.up()
    view.says("range (4, 10)")


def test_sliders_with_two_handles_and_dates(view):
    view.page.get_by_role("slider", name="Range, from").press("ArrowRight")
    view.says("range (3, 8)")
    low = view.page.get_by_role("slider", name="Range, from")
    for _ in range(9):
        low.press("ArrowRight")
    view.says("range (8, 8)")
    view.page.get_by_role("slider", name="Day", exact=True).press("ArrowRight")
    expect(view.named("day")).to_contain_text("11 Jan 2026")
    view.page.get_by_role("slider", name="Days, to").press("ArrowRight")
    expect(view.named("days")).to_contain_text("21 Jan 2026")


def test_numbers(view):
    field = view.page.get_by_label("Number")
    field.fill("77.4")
    field.press("Enter")
    view.says("number 10")
    spinner = view.page.get_by_role("spinbutton", name="Count")
    spinner.press("ArrowUp")
    view.says("spinner 1.1")
    view.named("spinner").get_by_role("button", name="More").click()
    view.says("spinner 1.2")


def test_who_comes_to_a_formatted_number_types_over_it(view):
    field = view.page.get_by_label("Price")
    expect(field).to_have_value("1.50")
    view.page.get_by_label("Number").press("Tab")
    expect(field).to_have_value("1.5")
    view.page.keyboard.type("2.75")
    field.press("Enter")
    view.says("price 2.75")
    field.blur()
    # What is selected when the number comes to stand there stays selected.
    field.fill("3.25")
    field.press("Enter")
    view.says("price 3.25")


def test_a_narrow_spinner_has_room_for_its_number(view):
    view.named("spinner").evaluate("element => { element.style.width = '80px'; }")
    field = view.page.get_by_role("spinbutton", name="Count")
    room = """field => {
      const { paddingInlineStart: start, paddingInlineEnd: end } = getComputedStyle(field);
      return field.clientWidth - parseFloat(start) - parseFloat(end);
    }"""
    eventually(
        lambda: 35 < field.evaluate(room) < 60, lambda: str(field.evaluate(room))
    )
    view.named("spinner").get_by_role("button", name="More").click()
    view.says("spinner 1.1")


def test_the_steps_of_a_narrow_spinner_stay_within_it(view):
    spinner = view.named("spinner")
    spinner.evaluate("element => { element.style.width = '80px'; }")
    field = box_of(spinner.get_by_role("spinbutton"))
    more = box_of(spinner.get_by_role("button", name="More"))
    less = box_of(spinner.get_by_role("button", name="Less"))
    assert field["y"] < more["y"] < less["y"]
    assert less["y"] + less["height"] < field["y"] + field["height"]


def test_texts(view):
    area = view.page.get_by_label("Story")
    area.fill("one\ntwo")
    area.blur()
    view.says("area one two")
    field = view.page.get_by_label("Pet")
    field.fill("ostrich")
    field.press("Enter")
    view.says("area one two")
    field.fill("newt")
    field.press("Enter")
    view.says("complete newt")


def test_lists_dates_and_colours(view):
    view.page.get_by_label("Several").select_option(["cat", "newt"])
    view.says("several ['cat', 'newt']")
    view.page.get_by_role("button", name="Remove fish").click()
    view.says("choice ['cat']")
    view.page.get_by_label("Add to Chosen").fill("do")
    view.page.get_by_label("Add to Chosen").press("Enter")
    view.says("choice ['cat', 'dog']")
    view.page.get_by_label("Date", exact=True).fill("2026-02-03")
    view.page.get_by_label("Date", exact=True).press("Enter")
    view.says("date 2026-02-03")
    view.page.get_by_label("Colour").fill("#ff0000")
    view.says("color #ff0000")


def test_a_menu_with_mouse_and_keys(view):
    menu = view.named("menu")
    menu.get_by_role("button", name="More", exact=True).click()
    view.says("button")
    opener = menu.get_by_role("button", name="More of More")
    opener.click()
    menu.get_by_role("menuitem", name="Paste it").click()
    view.says("item paste")
    expect(menu.get_by_role("menu")).to_have_count(0)
    opener.press("ArrowDown")
    expect(menu.get_by_role("menuitem", name="Copy")).to_be_focused()
    view.page.keyboard.press("End")
    view.page.keyboard.press("Enter")
    view.says("item delete")
    expect(opener).to_be_focused()


def test_a_tab_has_a_tooltip_while_it_is_pointed_at(view):
    tabs = view.named("tabs")
    words = tabs.get_by_text("What comes second")
    tabs.get_by_role("tab", name="Second").hover()
    expect(words).to_be_visible()
    tabs.get_by_role("tab", name="First").hover()
    expect(words).to_be_hidden()
    view.page.keyboard.press("Tab")
    tabs.get_by_role("tab", name="Second").focus()
    expect(words).to_be_visible()
    tabs.get_by_role("tab", name="Second").click()
    content = tabs.get_by_text("the second content")
    expect(tabs.locator("docsync-div:visible")).to_have_css(
        "background-color", "rgb(17, 34, 51)"
    )
    expect(content).to_be_visible()


def test_tabs_with_mouse_and_keys(view):
    tabs = view.named("tabs")
    expect(tabs.get_by_text("the first content")).to_be_visible()
    tabs.get_by_role("tab", name="Second").click()
    view.says("tab 1")
    expect(tabs.get_by_text("the second content")).to_be_visible()
    expect(tabs.get_by_text("the first content")).to_be_hidden()
    view.page.keyboard.press("ArrowLeft")
    view.says("tab 0")
    view.page.keyboard.press("End")
    view.says("tab 2")
    view.page.keyboard.press("Delete")
    expect(tabs.get_by_role("tab")).to_have_count(2)
    expect(tabs.get_by_text("the second content")).to_be_visible()


# Files


def file(name, content, kind="text/csv"):
    return {"name": name, "mimeType": kind, "buffer": content}


def test_a_file_is_read_and_can_be_removed_and_chosen_again(view):
    content = bytes(range(256))
    told = f"file {base64.b64encode(content).decode()} a.csv text/csv"
    for _ in range(2):
        view.page.get_by_label("Data").set_input_files(file("a.csv", content))
        view.says(told)
        expect(view.named("file")).to_contain_text("a.csv")
        view.named("file").get_by_role("button", name="Remove").click()
        view.says("file")


def test_several_files_are_lists(view):
    files = [file("a.csv", b"a"), file("b.txt", b"b", "text/plain")]
    view.page.get_by_label("Pictures").set_input_files(files)
    view.says(
        "files ['YQ==', 'Yg=='] ['a.csv', 'b.txt'] ['text/csv', 'text/plain']",
    )
    expect(view.named("files")).to_contain_text("a.csv and 1 more")
    view.page.get_by_role("button", name="Clear files").click()
    expect(view.named("files")).to_contain_text("Choose files")


def test_a_file_that_is_too_large_is_refused_with_the_limit(view, tmp_path):
    large = tmp_path / "large.csv"
    large.write_bytes(bytes(17_000_000))
    view.page.get_by_label("Data").set_input_files(large)
    problem = view.named("file").get_by_role("alert")
    expect(problem).to_have_text("“large.csv” has 17 MB; at most 16 MB can be sent.")
    view.says("nothing yet")
    view.page.get_by_label("Data").set_input_files(file("a.csv", b"a"))
    view.says("file YQ== a.csv text/csv")
    expect(problem).to_have_count(0)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_wrong(open_view, scheme):
    view = open_view(f"axe-widgets-{scheme['color_scheme']}", app="widgets", **scheme)
    expect(view.page.get_by_label("Pictures")).to_be_attached()
    view.page.get_by_role("button", name="More of More").click()
    expect(view.page.get_by_role("menu")).to_be_visible()
    assert violations(view.page) == []


def test_nothing_is_wider_than_a_phone(open_view):
    view = open_view(
        "phone-widgets", app="widgets", viewport={"width": 390, "height": 800}
    )
    expect(view.page.get_by_label("Pictures")).to_be_attached()
    width = "() => document.documentElement.scrollWidth"
    eventually(lambda: view.page.evaluate(width) == 390)


def test_focus_stays_with_what_is_left(view):
    keyboard = view.page.keyboard
    view.page.get_by_role("tab", name="Gone").focus()
    keyboard.press("Delete")
    expect(view.page.get_by_role("tab", name="Gone")).to_have_count(0)
    expect(view.page.get_by_role("tab", name="First")).to_be_focused()
    for name in ("cat", "fish"):
        view.page.get_by_role("button", name=f"Remove {name}").focus()
        keyboard.press("Enter")
    expect(view.page.get_by_label("Add to Chosen")).to_be_focused()
