import copy
import logging
import pickle

import pytest
from flask import render_template_string
from markupsafe import Markup, escape

from flask_docsync import server_document, server_session


ID = "abcdefghijklmnopqrstuv"
SCRIPT = '<script type="module" src="/docsync/{}/autoload.js"></script>'


def test_as_a_string_it_is_complete(app):
    with app.app_context():
        text = str(server_document("sliders"))
    assert text == (
        '<docsync-document url="/docsync/sliders"></docsync-document>\n'
        + SCRIPT.format("sliders")
    )
    assert type(text) is str


@pytest.mark.parametrize("safe", ["", "|safe", "|e", "|string|safe"])
def test_jinja_renders_markup_with_and_without_safe(render, safe):
    page = render(
        "{% set script = server_document('sliders') %}{{ script" + safe + " }}"
    )
    assert page.startswith('<docsync-document url="/docsync/sliders">')
    assert SCRIPT.format("sliders") in page


@pytest.mark.parametrize("safe", ["", "|safe"])
def test_a_script_is_written_once_in_a_page(render, safe):
    one = "{{ server_document('sliders')" + safe + " }}"
    page = render(one * 3)
    assert page.count("<docsync-document") == 3
    assert page.count("<script") == 1


def test_the_same_markup_twice_has_one_script(render):
    page = render("{% set a = server_document('sliders') %}{{ a }}{{ a|safe }}{{ a }}")
    assert page.count("<docsync-document") == 3
    assert page.count("<script") == 1


def test_other_apps_have_scripts_of_their_own(render):
    page = render("{{ server_document('sliders') }}{{ server_document('bars') }}")
    assert page.count(SCRIPT.format("sliders")) == 1
    assert page.count(SCRIPT.format("bars")) == 1


def test_macros_and_includes_are_part_of_the_page(render):
    page = render(
        "{% macro live(name) %}{{ server_document(name) }}{% endmacro %}"
        "{{ live('sliders') }}{{ live('sliders') }}"
    )
    assert page.count("<script") == 1


def test_every_request_has_its_script(app):
    app.add_url_rule(
        "/",
        view_func=lambda: render_template_string("{{ server_document('sliders') }}"),
    )
    # An app context that is held open is shared by the requests in it.
    with app.app_context():
        client = app.test_client()
        pages = [client.get("/").text for _ in range(2)]
    assert [page.count("<script") for page in pages] == [1, 1]


def test_a_page_that_was_given_up_takes_no_script_away(app):
    with app.test_request_context():
        with pytest.raises(ZeroDivisionError):
            render_template_string("{{ server_document('sliders') }}{{ 1 / 0 }}")
        page = render_template_string("{{ server_document('sliders') }}")
    assert page.count("<script") == 1


def test_outside_of_a_request_it_is_always_complete(app):
    with app.app_context():
        markup = server_document("sliders")
        assert escape(markup).count("<script") == 1
        assert escape(markup).count("<script") == 1


def test_it_is_an_ordinary_markup(app):
    with app.test_request_context():
        markup = server_document("sliders")
        assert isinstance(markup, Markup)
        assert str(markup.strip()) == str(markup)
        assert copy.deepcopy(markup) == markup
        assert pickle.loads(pickle.dumps(markup)) == markup
        assert (Markup("<p>") + markup).count("<script") == 1


def test_a_session_shows_its_token(render):
    page = render(
        "{{ server_session(session_id='" + ID + "', url='sliders', model='plot') }}"
    )
    assert f'token="{ID}"' in page
    assert 'root="plot"' in page


def test_a_session_needs_an_id(app):
    with app.app_context(), pytest.raises(ValueError, match="session_id"):
        server_session(None)


def test_the_old_positional_call_works(app):
    with app.app_context():
        assert f'token="{ID}"' in server_session(None, session_id=ID)
        assert f'token="{ID}"' in server_session(None, ID, "sliders")


@pytest.mark.parametrize("url", ["ws://h/sliders", "wss://h/sliders"])
def test_the_address_of_a_websocket_is_refused(app, url):
    with app.app_context(), pytest.raises(ValueError, match="http or https"):
        server_document(url)


def test_http_on_an_https_page_is_said_in_words(app, caplog):
    url = "http://plots.example.com/sliders"
    with (
        caplog.at_level(logging.WARNING),
        app.test_request_context("/page", base_url="https://example.com"),
    ):
        page = escape(server_document(url))
    assert '<p role="alert">This page is encrypted (https)' in page
    assert url in page
    assert "DOCSYNC_URL" in caplog.text
    assert "/page" in caplog.text


def test_no_visitor_writes_lines_into_the_log(app, caplog):
    with app.test_request_context("/a%0AWARNING forged", base_url="https://h"):
        server_document("http://plots.example.com/sliders")
    (record,) = caplog.records
    assert "\n" not in record.getMessage()


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ("http://example.com", "http://plots.example.com/sliders"),
        ("https://example.com", "https://plots.example.com/sliders"),
        ("https://example.com", "sliders"),
    ],
)
def test_what_browsers_allow_has_no_alert(app, page, url):
    with app.test_request_context(base_url=page):
        assert "alert" not in server_document(url)
