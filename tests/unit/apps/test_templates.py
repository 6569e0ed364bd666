"""Templates: Bokeh's names, filled with what is escaped."""

import re

import pytest
from jinja2 import Template
from markupsafe import Markup

from syncd.apps.template import PageTemplate, render_page
from syncd.document import Document
from syncd.embed import Embed
from syncd.models import Slider


EMBED = Embed(url="./app", token="id", untitled=Document().title)


@pytest.fixture
def document():
    document = Document()
    for name in ("one", "two", "two", None):
        document.add_root(Slider(name=name))
    return document


def render(document, template):
    document.template = template
    return render_page(document, EMBED, "app")


def roots_of(page):
    return re.findall(r'root="([^"]*)"', page)


def test_the_base_shows_all_roots_and_loads_the_script_once(document):
    page = render(document, "{% extends base %}")
    assert roots_of(page) == ["one", "1", "2", "3"]
    assert page.count('<script type="module" src="./app/autoload.js"></script>') == 1
    assert "<title>app</title>" in page
    document.title = "a < b"
    assert "<title>a &lt; b</title>" in render(document, "{% extends base %}")


@pytest.mark.parametrize(
    ("template", "roots"),
    [
        ("{{ embed(roots.one) }}", ["one"]),
        ("{{ embed(roots['one']) }}{{ embed(roots[-1]) }}", ["one", "3"]),
        ("{% from macros import embed %}{{ embed(roots.two) }}", ["1"]),
        (
            "{% for root in roots %}{{ embed(root) }}{% endfor %}",
            ["one", "1", "2", "3"],
        ),
        ("{{ bokeh_css }}{{ bokeh_js }}{{ plot_div }}", ["one", "1", "2", "3"]),
        ("{{ embed(doc) }}{{ plot_script | safe }}", ["one", "1", "2", "3"]),
        ("{{ docs[0].roots | length }}{{ embed(roots.one) | indent(8) }}", ["one"]),
        (
            "{% extends base %}{% block root %}<i>{{ super() }}</i>{% endblock %}",
            ["one", "1", "2", "3"],
        ),
        (
            "{% extends base %}{% block body %}{{ embed(roots.one) }}{% endblock %}",
            ["one"],
        ),
        (
            "{% block contents %}<p>{{ embed(roots.one) }}</p>{% endblock %}",
            ["one"],
        ),
    ],
)
def test_roots_are_embedded_by_name_or_place(document, template, roots):
    page = render(document, template)
    assert roots_of(page) == roots
    assert "&lt;docsync" not in page


@pytest.mark.parametrize("template", ["{{ embed(roots.nope) }}", "{{ embed(nope) }}"])
def test_a_root_that_is_not_there_is_an_error_that_says_so(document, template):
    with pytest.raises((ValueError, TypeError), match=r"nope|embed"):
        render(document, template)


def test_variables_are_escaped_unless_they_are_markup(document):
    document.template_variables.update(text="<b>", markup=Markup("<i>"), title="mine")
    page = render(document, "{{ text }}{{ markup }}{{ text | safe }}{{ title }}")
    assert page == "&lt;b&gt;<i><b>app"


def test_a_document_takes_templates_and_texts_only():
    document = Document()
    document.template = Template("<p>")
    assert render(document, document.template) == "<p>"
    document.template = None
    with pytest.raises(ValueError, match="got 5"):
        document.template = 5


def test_templates_include_their_neighbours(tmp_path):
    (tmp_path / "index.html").write_text("{% include 'part.html' %}")
    (tmp_path / "part.html").write_text("{{ x }}")
    template = PageTemplate.load("/app", tmp_path)
    assert template.render({"x": "<"}) == "&lt;"


def test_a_text_with_blocks_is_for_the_base_unless_it_is_a_page(document):
    page = render(document, "{% block contents %}{{ embed(roots.one) }}{% endblock %}")
    assert page.count("autoload.js") == 1
    whole = "<html>{% block main %}{{ embed(roots.one) }}{% endblock %}</html>"
    assert "autoload.js" not in render(document, whole)


def test_a_page_keeps_a_title_of_its_own_until_the_document_has_another(document):
    document.title = "mine"
    page = render(document, "{% block title %}ours{% endblock %}")
    assert "<title>ours</title>" in page
    assert set(re.findall(r'untitled="([^"]*)"', page)) == {"mine"}
