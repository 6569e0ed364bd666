"""Tests wait for what they look at: none may depend on a machine that is not busy."""

import re

import pytest

from support.tree import ROOT


@pytest.mark.parametrize(
    ("bare", "instead", "place"),
    [
        # What is just being replaced stands nowhere.
        (r"\.bounding_box\b", "box_of", "tests/browser/view.py"),
        # A page that has all its files has not drawn what they say.
        (r"networkidle", "View.wait_until_drawn", "tests/browser/view.py"),
        # How long a machine may take is said once.
        (
            r"\.set_default_timeout\(|\btimeout=\d+_000",
            "PATIENCE_MS",
            "tests/conftest.py",
        ),
    ],
)
def test_there_is_one_way_to_wait_for_what_a_page_shows(bare, instead, place):
    tests = sorted((ROOT / "tests").rglob("*.py"))
    found = [
        f"{path.relative_to(ROOT)}: take {instead} instead, of {place}"
        for path in tests
        if str(path) not in {str(ROOT / place), __file__}
        and re.search(bare, path.read_text())
    ]
    assert len(tests) > 100
    assert found == []
