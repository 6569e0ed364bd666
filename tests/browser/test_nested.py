"""What models within models are given later is seen, and looks as if they had always had it."""

import pytest

from browser.test_fields import Scenes
from browser.test_javascript import EVAL


NAMES = ["axes", "variants", "mappers", "rows", "textures", "titles", "widgets"]


@pytest.fixture(scope="module")
def scenes(module_view):
    size = {"width": 520, "height": 420}
    return Scenes(module_view("nested", app="nested", policy=EVAL, viewport=size))


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_steps_are_seen_whenever_they_are_taken(scenes, number):
    first = (number + 1) * 100
    steps = [int(each) for each in scenes.do(first + 99)]
    scenes.do(first)
    before = scenes.picture()
    unseen = []
    for step in steps:
        scenes.do(first + step)
        after = scenes.picture()
        if not scenes.differ(before, after):
            unseen.append(step)
        before = after
    scenes.do(first + 99)
    assert (unseen, scenes.until(before)) == ([], True)
    assert scenes.view.told() == []
