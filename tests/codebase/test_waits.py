"""Tests wait for what they look at: none may depend on a machine that is not busy."""

import ast
import re

import pytest

from support.tree import ROOT, parse


DRIVING = ("browser", "documents", "examples", "deploy")
READS = {"box_of", "colour", "colours", "column", "count", "evaluate", "evaluate_all"}
READS |= {"get_attribute", "inner_text", "input_value", "is_visible", "is_hidden"}
READS |= {"picture", "pixel", "text_content", "all_inner_texts", "all_text_contents"}


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


def _reads(test: ast.expr) -> set[str]:
    """Return by which names an assertion reads from a page; others count something."""
    calls = [node for node in ast.walk(test) if isinstance(node, ast.Call)]
    named = [(ast.unparse(call.func).rpartition(".")[2], call) for call in calls]
    return READS & {name for name, call in named if name != "count" or not call.args}


@pytest.mark.parametrize("folder", DRIVING)
def test_what_comes_a_frame_later_is_no_bare_assertion(folder):
    tests = sorted((ROOT / "tests" / folder).glob("*.py"))
    found = [
        f"{path.name}:{node.lineno}: what {reads} say takes its time, eventually()"
        for path in tests
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Assert) and (reads := _reads(node.test))
    ]
    assert tests
    assert found == []
