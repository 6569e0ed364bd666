"""Buttons side by side stand in one line before fields beside them have all their room."""

import pytest

from browser.view import box_of
from support.wait import eventually


ROWS = """host => new Set(
  [...host.shadowRoot.querySelectorAll("button")].map(({ offsetTop }) => offsetTop)
).size"""


@pytest.fixture(scope="module")
def view(module_view):
    return module_view(
        "squeezed", app="squeezed", viewport={"width": 760, "height": 500}
    )


def test_fields_give_way_to_buttons_in_one_line(view):
    eventually(lambda: view.named("of4").evaluate(ROWS) == 1, "they are broken")
    fields = view.document.locator("docsync-select, docsync-text-input")
    for at in range(2):
        eventually(lambda at=at: 99 < box_of(fields.nth(at))["width"] < 299)
    page = "() => document.documentElement.scrollWidth - innerWidth"
    eventually(lambda: view.page.evaluate(page) <= 0)


def test_more_buttons_than_there_is_room_for_stand_in_further_lines(view):
    eventually(lambda: view.named("of9").evaluate(ROWS) > 1, "they stick out")
    page = "() => document.documentElement.scrollWidth - innerWidth"
    eventually(lambda: view.page.evaluate(page) <= 0)
