"""Words that have little room stay words."""

import pytest

from browser.view import box_of
from support.wait import eventually


CROWD = ["boxes", "circles", "button", "toggle", "box", "buttons"]

BROKEN = """element => {
  const words = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (words.nextNode()) {
    for (const { 0: word, index } of words.currentNode.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(words.currentNode, index);
      range.setEnd(words.currentNode, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  }
  return broken;
}"""


@pytest.fixture(scope="module")
def desk(module_view):
    return module_view("wordy", app="wordy")


@pytest.mark.parametrize("name", [*CROWD, "first"])
def test_words_to_press_are_not_broken_in_a_crowded_row(desk, name):
    eventually(
        lambda: desk.named(name).evaluate(BROKEN) == [],
        lambda: f"broken: {desk.named(name).evaluate(BROKEN)}",
    )


def test_a_crowded_row_goes_on_below(desk):
    row = box_of(desk.named("crowd"))
    places = [box_of(desk.named(name)) for name in CROWD]
    assert len({place["y"] for place in places}) > 1
    for place in places:
        assert place["x"] + place["width"] <= row["x"] + row["width"] + 1


def test_what_can_be_narrower_makes_room_for_words(desk):
    first, second = box_of(desk.named("first")), box_of(desk.named("second"))
    assert second["x"] >= first["x"] + first["width"]
    assert second["width"] < 170
