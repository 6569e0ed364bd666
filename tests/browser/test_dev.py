"""What somebody sees who works on an application, with a page of it open."""

import pytest
from playwright.sync_api import expect

from support import needs
from support.daemon import daemon
from support.wait import eventually


APP = """
from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Div, Slider

level = Slider(title="level", start=0, end=10, value=3, name="level")
told = Div(text="old words")
curdoc().add_root(column(level, told, name="all"))
curdoc().title = "Old title"
"""

TEMPLATE = """{% extends base %}
{% block postamble %}<link rel="stylesheet" href="app/static/page.css">{% endblock %}
{% block contents %}<h1>old heading</h1>{{ embed(roots[0]) }}{% endblock %}
"""


@pytest.fixture
def app(tmp_path):
    needs.chromium()
    path = tmp_path / "app.py"
    path.write_text(APP)
    return path


@pytest.fixture
def folder(tmp_path):
    needs.chromium()
    folder = tmp_path / "app"
    for name in ("static", "templates"):
        (folder / name).mkdir(parents=True)
    (folder / "main.py").write_text(APP)
    (folder / "static" / "page.css").write_text("h1 { color: rgb(1, 2, 3) }")
    (folder / "templates" / "index.html").write_text(TEMPLATE)
    return folder


@pytest.fixture
def page(context_factory):
    return context_factory().new_page()


def edit(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def slider(page):
    return page.get_by_role("slider", name="level")


def open_app(page, running):
    page.goto(f"{running.url}/app")
    expect(page.locator("docsync-document")).to_have_attribute("data-status", "live")
    slider(page).fill("7")
    page.evaluate("window.marked = true")


def is_marked(page):
    """Whether the page is the one that was opened, and not loaded again."""
    return page.evaluate("window.marked === true")


def test_the_page_changes_and_a_moved_slider_stays(page, app):
    with daemon("--dev", apps=[app], secret_key=None) as running:
        open_app(page, running)
        edit(app, "old words", "new words")
        expect(page.get_by_text("new words")).to_be_visible()
        expect(page.get_by_text("old words")).to_have_count(0)
        expect(slider(page)).to_have_value("7")
        eventually(lambda: is_marked(page))
        # And it goes on as any page does.
        slider(page).fill("8")
        edit(app, "Old title", "New title")
        expect(page).to_have_title("New title")
        expect(slider(page)).to_have_value("8")


def test_an_error_is_on_the_page_until_it_is_mended(page, app):
    with daemon("--dev", apps=[app], secret_key=None) as running:
        open_app(page, running)
        edit(app, "column(level", "column((level")
        failure = page.get_by_role("alert").filter(has_text="Traceback")
        expect(failure).to_contain_text("SyntaxError")
        expect(failure).to_contain_text("app.py")
        slider(page).fill("9")
        edit(app, "column((level", "column(level")
        expect(failure).to_have_count(0)
        expect(slider(page)).to_have_value("9")
        eventually(lambda: is_marked(page))


def test_a_page_with_nothing_but_an_error_comes_to_life(page, app):
    app.write_text(f"1 / 0\n{APP}")
    with daemon("--dev", apps=[app], secret_key=None) as running:
        assert page.goto(f"{running.url}/app").status == 500
        expect(page.get_by_role("main")).to_contain_text("ZeroDivisionError")
        app.write_text(APP)
        expect(slider(page)).to_have_value("3")


def test_a_page_of_ones_own_is_loaded_again_in_its_session(page, folder):
    with daemon("--dev", apps=[folder], secret_key=None) as running:
        open_app(page, running)
        edit(folder / "templates" / "index.html", "old heading", "new heading")
        heading = page.get_by_role("heading", name="new heading")
        expect(heading).to_be_visible()
        expect(slider(page)).to_have_value("7")
        assert not is_marked(page)
        edit(folder / "static" / "page.css", "1, 2, 3", "4, 5, 6")
        expect(heading).to_have_css("color", "rgb(4, 5, 6)")
        expect(slider(page)).to_have_value("7")


def test_whoever_loads_the_page_again_begins_anew(page, app):
    with daemon("--dev", apps=[app], secret_key=None) as running:
        open_app(page, running)
        page.reload()
        expect(slider(page)).to_have_value("3")
