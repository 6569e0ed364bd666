"""The documentation tells the truth where a program can tell."""

import re

import pytest

from support.daemon import daemon
from support.tree import ROOT
from syncd import models


PAGES = sorted(
    path
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "spec").glob("*.md"),
        *(ROOT / "examples").rglob("*.md"),
    ]
)


def blocks(text):
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text())
    local = [link for link in links if "://" not in link]
    missing = [link for link in local if not (page.parent / link).exists()]
    assert not missing


@pytest.mark.parametrize(
    "name",
    ["README.md", "docs/applications.md", "docs/flask.md", "docs/javascript.md"],
)
def test_code_for_users_compiles(name):
    found = blocks((ROOT / name).read_text())
    assert found
    for block in found:
        compile(block, name, "exec")


def test_callbacks_of_the_browser_are_what_the_page_about_them_shows():
    found = blocks((ROOT / "docs" / "javascript.md").read_text())
    names = {}
    for block in found:
        if "@app" not in block:
            exec(block, names)
    assert "source.change.emit()" in str(
        names["power"].js_property_callbacks["change:value"][0].code
    )


def test_documents_do_what_the_page_about_them_shows():
    names = {}
    for block in blocks((ROOT / "docs" / "documents.md").read_text()):
        exec(block, names)
    names["update"]()
    assert names["source"].data["y"][0] == 3
    assert [model.name for model in names["copy"].roots] == ["plot", "power"]
    assert [root.type for root in names["built"].roots] == ["Slider"]


def test_traps_name_tests_that_there_are():
    page = ROOT / "docs" / "compatibility.md"
    cells = re.findall(r"\]\(([^)]+\.py)\) `(test_\w+)`", page.read_text())
    assert len(cells) > 20
    for path, name in cells:
        assert f"def {name}(" in (page.parent / path).read_text()


def test_what_there_is_not_yet_is_not_there():
    text = (ROOT / "docs" / "compatibility.md").read_text()
    section = text.split("## What there is not yet", 1)[1].split("## ", 1)[0]
    bullets = dict(re.findall(r"- \*\*(\w+)\*\*: (.*?)\.\n", section, re.DOTALL))
    for kind in ("Maps",):
        names = set(re.findall(r"`(\w+)`", bullets[kind]))
        assert names
        assert not names & set(vars(models)), (
            f"docs/compatibility.md says that there are no such {kind}; strike them out"
        )


def test_there_are_pages():
    assert len(PAGES) > 5


def test_the_readme_describes_an_application_and_a_site_that_work(
    tmp_path, monkeypatch
):
    application, site = blocks((ROOT / "README.md").read_text())
    assert len([line for line in site.splitlines() if line]) <= 10
    (tmp_path / "sliders.py").write_text(application)
    key = "a-key-for-tests-only-0123456789abcdef"
    with daemon(
        "--session-ids",
        "external-signed",
        apps=[tmp_path / "sliders.py"],
        secret_key=key,
    ) as running:
        monkeypatch.setenv("DOCSYNC_SECRET_KEY", key)
        monkeypatch.setenv("DOCSYNC_CONTROL_URL", running.control_url)
        namespace = {"__name__": "site"}
        exec(compile(site, "site.py", "exec"), namespace)
        page = namespace["app"].test_client().get("/").text
        token = re.search(r'token="([^"]+)"', page)[1]

        from flask_docsync import pull_session

        with pull_session(token, "sliders") as session:
            session.document.roots[0].children[0].value = 4
        again = pull_session(token, "sliders")
    assert again.document.roots[0].children[1].text == "It is 4."
    monkeypatch.undo()
