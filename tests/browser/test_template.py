"""A page of an application's own, with its roots in places of their own."""

import pytest
from playwright.sync_api import expect

from support import needs
from support.daemon import daemon


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
