"""A page of an application's own, with its roots in places of their own."""

import pytest
from playwright.sync_api import expect

from browser.view import box_of
from support import needs
from support.daemon import daemon
from support.wait import eventually


TEMPLATE = """
{% extends base %}
{% block postamble %}<style>.right { color: rgb(1, 2, 3) }</style>{% endblock %}
{% block contents %}
<div class="left">{{ embed(roots.slider) }}</div>
<div class="right">{{ embed(roots.text) }}<p>of {{ author }}</p></div>
{% endblock %}
"""
APPLICATION = """
from syncd.io import curdoc
from syncd.models import Slider, TextInput

doc = curdoc()
slider, text = Slider(name="slider", title="N"), TextInput(name="text", title="Said")
slider.on_change("value", lambda attr, old, new: setattr(text, "value", f"{new:g}"))
doc.add_root(slider)
doc.add_root(text)
doc.template_variables["author"] = "<b>Mary</b>"
doc.title = "Two places"
"""


@pytest.fixture
def folder(tmp_path):
    needs.chromium()
    folder = tmp_path / "places"
    (folder / "templates").mkdir(parents=True)
    (folder / "main.py").write_text(APPLICATION)
    (folder / "templates" / "index.html").write_text(TEMPLATE)
    return folder


def test_roots_are_where_the_template_says_and_are_one_document(
    context_factory, folder
):
    page = context_factory().new_page()
    sockets = []
    page.on("websocket", lambda socket: sockets.append(socket))  # noqa: PLW0108
    with daemon(apps=[folder], secret_key=None) as running:
        page.goto(f"{running.url}/places")
        expect(page).to_have_title("Two places")
        left, right = page.locator(".left"), page.locator(".right")
        expect(right.get_by_text("of <b>Mary</b>")).to_be_visible()
        expect(right).to_have_css("color", "rgb(1, 2, 3)")
        left.get_by_role("slider", name="N").press("ArrowRight")
        expect(right.get_by_label("Said")).not_to_have_value("")
        expect(left.get_by_label("Said")).to_have_count(0)
        assert len(sockets) == 1
        page.close()


def test_a_title_of_the_template_stands_until_the_document_has_another(
    context_factory, folder
):
    named = TEMPLATE + "{% block title %}Of the template{% endblock %}"
    (folder / "templates" / "index.html").write_text(named)
    rename = "text.on_change('value', lambda a, o, new: setattr(doc, 'title', new))"
    (folder / "main.py").write_text(APPLICATION + rename)
    page = context_factory().new_page()
    with daemon(apps=[folder], secret_key=None) as running:
        page.goto(f"{running.url}/places")
        expect(page.locator(".left").get_by_role("slider", name="N")).to_be_visible()
        expect(page).to_have_title("Of the template")
        for title in ("Another", "Two places"):
            page.get_by_label("Said").fill(title)
            page.get_by_label("Said").press("Enter")
            expect(page).to_have_title(title)
        page.close()


WIDTHS = """
{% extends base %}
{% block contents %}
<div style="display: flex"><div id="flex">{{ embed(roots.first) }}</div></div>
<table><tr><td id="cell">{{ embed(roots.second) }}</td></tr></table>
<div style="float: left" id="float">{{ embed(roots.third) }}</div>
<div style="display: grid; grid-template-columns: 1fr 3fr; clear: both">
  <div id="column">{{ embed(roots.fourth) }}</div>
</div>
{% endblock %}
"""
ROWS = """
from syncd.io import curdoc
from syncd.layouts import row
from syncd.models import Slider
from syncd.plotting import figure

for name in ("first", "second", "third", "fourth"):
    plot = figure(width=400, height=100, toolbar_location=None)
    curdoc().add_root(row(plot, Slider(width=190, margin=5), name=name))
"""


@pytest.mark.parametrize("wide", [1200, 390])
def test_a_document_is_as_wide_as_its_place_allows(context_factory, folder, wide):
    """Where the place is as wide as what it holds, that is what its models say."""
    (folder / "main.py").write_text(ROWS)
    (folder / "templates" / "index.html").write_text(WIDTHS)
    page = context_factory(viewport={"width": wide, "height": 900}).new_page()
    with daemon(apps=[folder], secret_key=None) as running:
        page.goto(f"{running.url}/places")
        expect(page.get_by_role("slider")).to_have_count(4)
        for place in ("flex", "cell", "float"):
            box = box_of(page.locator(f"#{place} docsync-row"))
            if wide == 1200:
                assert box["width"] == pytest.approx(600)
            else:
                assert 340 < box["width"] <= 390
        # The place is narrower than the row: what is beside one another stands below.
        column = page.locator("#column")
        eventually(lambda: box_of(column.locator("docsync-row"))["width"] < 300)
        plot = box_of(column.locator("docsync-figure"))
        slider = box_of(column.locator("docsync-slider"))
        assert slider["y"] > plot["y"] + 50
        page.close()


def test_the_tools_of_a_narrow_plot_stay_inside_it(context_factory, folder):
    tools = "pan,tap,box_select,reset,save,wheel_zoom,box_zoom"
    (folder / "main.py").write_text(
        "from syncd.io import curdoc\nfrom syncd.plotting import figure\n"
        f"plot = figure(width=130, height=250, tools={tools!r}, name='first')\n"
        "plot.line([1, 2], [3, 4])\ncurdoc().add_root(plot)\n"
    )
    template = "{% extends base %}{% block contents %}{{ embed(roots.first) }}"
    (folder / "templates" / "index.html").write_text(template + "{% endblock %}")
    page = context_factory().new_page()
    with daemon(apps=[folder], secret_key=None) as running:
        page.goto(f"{running.url}/places")
        page.locator("docsync-figure .toolbar button").last.wait_for()
        plot = box_of(page.locator("docsync-figure"))
        for button in page.locator("docsync-figure .toolbar button").all():
            box = box_of(button)
            assert box["x"] >= plot["x"]
            assert box["x"] + box["width"] <= plot["x"] + plot["width"] + 0.5


@pytest.mark.parametrize(
    ("style", "dark"),
    [
        ("background: #222; color: #eee", True),
        ("background: #222; color: #eee; color-scheme: light", False),
        ("background: rgba(0, 0, 0, 0.1)", False),
        ("background: black", True),
        ("", False),
    ],
)
def test_a_page_is_dark_where_its_background_is(context_factory, folder, style, dark):
    """Pages rarely say so with ``color-scheme``, and words have to be read on them."""
    index = folder / "templates" / "index.html"
    page = context_factory().new_page()
    index.write_text(TEMPLATE.replace("<style>", f"<style>body {{{style}}}"))
    with daemon(apps=[folder], secret_key=None) as running:
        page.goto(f"{running.url}/places")
        title = page.get_by_text("N", exact=True).first
        expect(title).to_be_visible()
        colour = "element => getComputedStyle(element).color.match(/[0-9]+/)[0]"
        eventually(lambda: (int(title.evaluate(colour)) > 128) == dark)
        page.close()
