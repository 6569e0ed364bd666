"""Whatever is set later looks as if it had been set from the start, and is seen."""

import base64

import pytest

from browser.view import View
from support.wait import eventually


NAMES = [
    *("axes", "around", "factors", "marks", "bars"),
    *("images", "tools", "shared", "widgets", "table"),
]
DO = """(element, step) => {
  const all = [...element.document.models.values()];
  all.find((each) => each.get("name") === "ask").set("value", step);
}"""
TOLD = """(element) => {
  const all = [...element.document.models.values()];
  return all.find((each) => each.get("name") === "told").get("tags");
}"""
DIFFER = """async (sources) => {
  const [one, other] = await Promise.all(sources.map(async (source) => {
    const bytes = Uint8Array.from(atob(source), (each) => each.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  }));
  let many = 0;
  for (let at = 0; at < one.length; at += 4) {
    const by = [0, 1, 2].map((part) => Math.abs(one[at + part] - other[at + part]));
    if (Math.max(...by) > 24) many += 1;
  }
  return many;
}"""
"""How many pixels of two pictures are not about alike."""


class Scenes:
    """The page whose scenes are shown one after another."""

    def __init__(self, view: View) -> None:
        self.view = view
        view.page.mouse.move(0, 0)

    def do(self, step: int) -> list[str]:
        """Take a step, and return the fields of the scene's table."""
        self.view.document.evaluate(DO, step)

        def done():
            told = self.view.document.evaluate(TOLD)
            return told if told and told[0] == step else None

        return list(eventually(done, f"step {step} is not done")[1])

    def picture(self) -> bytes:
        self.view.wait_until_drawn()
        return self.view.page.screenshot(animations="disabled", caret="hide")

    def differ(self, one: bytes, other: bytes) -> bool:
        if one == other:
            return False
        sources = [base64.b64encode(each).decode() for each in (one, other)]
        return int(self.view.page.evaluate(DIFFER, sources)) > 3

    def until(self, wanted: bytes) -> bool:
        """Tell whether the page comes to look so."""
        try:
            eventually(lambda: not self.differ(self.picture(), wanted), timeout=2)
        except AssertionError:
            return False
        return True


@pytest.fixture(scope="module")
def scenes(module_view):
    size = {"width": 520, "height": 420}
    return Scenes(module_view("fields", app="fields", viewport=size))


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_fields_are_seen_whenever_they_are_set(scenes, number):
    first = (number + 1) * 1000
    fields = scenes.do(first)
    assert fields
    plain = scenes.picture()
    unseen = []
    for step, field in enumerate(fields, 1):
        scenes.do(first + step)
        if not scenes.differ(scenes.picture(), plain):
            unseen.append(field)
    scenes.do(first + len(fields) + 1)
    back = scenes.until(plain)
    scenes.do(first + 998)
    later = scenes.picture()
    scenes.do(first + 999)
    same = scenes.until(later)
    assert (unseen, back, same) == ([], True, True)
    assert scenes.view.told() == []
