"""The reference of all models says what the code says."""

import inspect
import re

import pytest

from support.tree import ROOT, load
from syncd import events
from syncd.model import Model
from syncd.model.registry import registered


FOLDER = ROOT / "docs" / "reference"

WRITE = "run `python tools/reference_pages.py` (`make docs`) and commit docs/reference"

PAGES: dict[str, str] = load("tools/reference_pages.py").pages()

MODELS = [
    cls
    for cls in registered().values()
    if cls.__module__.startswith("syncd.models.") and cls.__name__[:1] != "_"
]


def test_the_pages_are_what_the_code_says():
    committed = {page.name: page.read_text("utf-8") for page in FOLDER.iterdir()}
    differing = [
        name
        for name in sorted(PAGES.keys() | committed.keys())
        if PAGES.get(name) != committed.get(name)
    ]
    assert not differing, WRITE


def test_every_model_event_and_field_is_on_a_page():
    everything = "".join(PAGES.values())
    assert len(MODELS) > 100
    for cls in MODELS:
        assert f"\n## {cls.__name__}\n" in everything
    for name in events.__all__:
        assert f"| `{name}` |" in PAGES["events.md"]


@pytest.mark.parametrize("cls", [*MODELS, Model], ids=lambda cls: cls.__name__)
def test_a_model_and_its_fields_are_explained(cls):
    assert (inspect.getdoc(cls) or "").endswith((".", "``", ")", ":")), cls
    for line in PAGES[_page_of(cls)].splitlines():
        if line.startswith("| `"):
            meaning = line.rpartition(" | ")[2]
            assert line.endswith(". |"), line
            assert len(meaning.split()) > 3, f"say more than that: {line}"
        elif line.startswith("- `"):
            assert line.endswith((".", ")")), line


def _page_of(cls):
    if cls is Model:
        return "model.md"
    name = cls.__module__.removeprefix("syncd.models.").replace(".", "_")
    return f"{name}.md"


def test_links_lead_somewhere():
    anchors = {
        f"{name}#{heading.lower()}"
        for name, text in PAGES.items()
        for heading in re.findall("^#+ (.+)$", text, re.MULTILINE)
    } | PAGES.keys()
    for name, text in PAGES.items():
        for target in re.findall(r"\]\(([^)]+)\)", text):
            assert target in anchors, f"{name}: {target}"


def test_pages_do_not_depend_on_the_run():
    assert load("tools/reference_pages.py").pages() == PAGES
    assert not any(re.search(r"\bat 0x[0-9a-f]+", text) for text in PAGES.values())
