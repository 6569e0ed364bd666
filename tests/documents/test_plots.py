"""The examples of the guides to figures: each an application, none with a complaint."""

import re
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from browser.view import View
from support.daemon import daemon
from support.tree import ROOT
from support.wait import eventually


class Example(NamedTuple):
    name: str
    heading: str
    code: str


def _examples(page: Path) -> list[Example]:
    """Return the applications in a page, with the headings that they stand below."""
    found: list[Example] = []
    heading = ""
    pieces = re.split(
        r"^(## .+|```python\n[\s\S]*?^```)$",
        page.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    for piece in pieces:
        if piece.startswith("## "):
            heading = piece.removeprefix("## ")
        elif piece.startswith("```python") and "add_root(" in piece:
            code = piece.removeprefix("```python\n").removesuffix("```")
            found.append(Example(f"{page.stem}_{len(found)}", heading, code))
    return found


EXAMPLES = [
    example
    for page in [
        *sorted((ROOT / "docs").glob("plots*.md")),
        ROOT / "docs" / "editing.md",
    ]
    for example in _examples(page)
]


def _lacks(example: Example) -> bool:
    """Return whether an example wants what figures can do without."""
    return ".contour(" in example.code and find_spec("contourpy") is None


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plots")
    apps = []
    for example in EXAMPLES:
        if not _lacks(example):
            apps.append(folder / f"{example.name}.py")
            apps[-1].write_text(example.code, encoding="utf-8")
    # What examples import takes its time when it is first imported.
    with daemon("--slow-callback", "60000", apps=apps, may_block=True) as running:
        yield running


@pytest.fixture
def page(browser_context):
    """A tab of a browser that has loaded what other examples needed, too."""
    with closing(browser_context.new_page()) as page:
        yield page


@pytest.fixture(scope="module")
def browser_context(chromium):
    with closing(chromium.new_context()) as context:
        yield context


def test_there_are_examples():
    assert len(EXAMPLES) > 30


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=[f"{name}: {heading}" for name, heading, _ in EXAMPLES]
)
def test_an_example_draws_something_and_nobody_complains(running, page, example):
    if _lacks(example):
        with pytest.raises(ImportError, match="pip install contourpy"):
            exec(compile(example.code, example.name, "exec"), {})
        return
    view, before = View(page), len(running.log())
    view.open(f"{running.url}/{example.name}")
    plots = view.document.locator(".canvas > canvas")
    plots.first.wait_for()
    for plot in plots.all():
        eventually(lambda plot=plot: len(view.colours(plot)) > 1, lambda: "it is empty")
    assert view.told() == []
    assert view.violations() == []
    assert not re.search(r" (WARNING|ERROR) ", running.log()[before:]), running.log()
