import html
import json
import re

import pytest

from syncd.document import Document
from syncd.embed import app_address, app_path, server_document, server_session
from syncd.errors import BadTokenError
from syncd.model import Model


ID = "abcdefghijklmnopqrstuv"


def attributes(markup):
    tag = re.match(r"<docsync-document([^>]*)>", markup)
    assert tag
    return {
        name: html.unescape(value)
        for name, value in re.findall(r' ([a-z]+)="([^"]*)"', tag[1])
    }


def sources(markup):
    return [
        html.unescape(source)
        for source in re.findall(
            r'<script type="module" src="([^"]*)"></script>', markup
        )
    ]


@pytest.mark.parametrize(
    ("url", "base", "address", "path"),
    [
        ("sliders", "/docsync", "/docsync/sliders", "/sliders"),
        ("sliders", "/docsync/", "/docsync/sliders", "/sliders"),
        ("sliders", "", "/sliders", "/sliders"),
        ("group/app", "/docsync", "/docsync/group/app", "/group/app"),
        ("/docsync/sliders", "/docsync", "/docsync/sliders", "/sliders"),
        ("/sliders", "/docsync", "/docsync/sliders", "/sliders"),
        ("/sliders/", "http://h:5006", "http://h:5006/sliders", "/sliders"),
        ("sliders", "https://h/docsync", "https://h/docsync/sliders", "/sliders"),
        (
            "/docsync/sliders",
            "https://h/docsync",
            "https://h/docsync/sliders",
            "/sliders",
        ),
        (
            "https://h/docsync/sliders",
            "/docsync",
            "https://h/docsync/sliders",
            "/sliders",
        ),
        (
            "http://localhost:5006/bars",
            "/docsync",
            "http://localhost:5006/bars",
            "/bars",
        ),
        (
            "https://h/docsyncs/bars",
            "/docsync",
            "https://h/docsyncs/bars",
            "/docsyncs/bars",
        ),
        ("default", "http://h:5006/", "http://h:5006", "/"),
        ("default", "/docsync", "/docsync", "/"),
        ("two words", "/docsync", "/docsync/two%20words", "/two words"),
    ],
)
def test_a_url_is_a_name_a_path_or_a_full_url(url, base, address, path):
    assert app_address(url, base) == address
    assert app_path(url, base) == path


@pytest.mark.parametrize("url", ["ws://h:5006/sliders", "wss://h/docsync/sliders"])
def test_the_address_of_a_websocket_is_refused(url):
    with pytest.raises(ValueError, match=r"http or https address.*websocket"):
        server_document(url)
    with pytest.raises(ValueError, match=r"http or https address.*websocket"):
        server_session(session_id=ID, url=url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://h/x",
        "localhost:5006/sliders",
        "https:x",
        "//h/sliders",
    ],
)
def test_other_schemes_are_refused(url):
    with pytest.raises(ValueError, match="name, a path, or an http or https URL"):
        server_document(url)
    with pytest.raises(ValueError, match=r"DOCSYNC_URL is .* or https URL"):
        app_address("sliders", url)


@pytest.mark.parametrize(
    "url",
    [
        "../uploads/mine",
        "/docsync/../uploads/mine",
        "sliders/..",
        "./sliders",
        "%2E%2e/uploads/mine",
        "..\\uploads\\mine",
        "https://h/docsync/../uploads/mine",
    ],
)
def test_no_name_leads_to_a_script_elsewhere_on_the_site(url):
    """Browsers resolve dots, and sites take names from the addresses of their pages."""
    with pytest.raises(ValueError, match=r"expected no '\.' or '\.\.' in its path"):
        server_document(url)


def test_dots_may_stand_in_names():
    assert app_address("v1.2/my..app", "/docsync") == "/docsync/v1.2/my..app"


def test_an_address_with_odd_brackets_is_named():
    with pytest.raises(ValueError, match=r"url is 'http://\[::1'"):
        server_document("http://[::1")


@pytest.mark.parametrize("url", ["sliders?a=b", "http://h/sliders#x"])
def test_a_query_is_refused_with_the_way_out(url):
    with pytest.raises(ValueError, match="arguments="):
        server_document(url)


def test_a_document_is_an_element_and_one_module_script():
    markup = server_document("sliders")
    assert attributes(markup) == {"url": "http://127.0.0.1:5006/sliders"}
    assert sources(markup) == ["http://127.0.0.1:5006/sliders/autoload.js"]
    assert markup.count("<script") == 1


def test_the_base_is_read_from_the_environment_at_call_time(monkeypatch):
    monkeypatch.setenv("DOCSYNC_URL", "/docsync")
    assert sources(server_document("sliders")) == ["/docsync/sliders/autoload.js"]


def test_arguments_travel_as_lists_of_text():
    markup = server_document("sliders", arguments={"n": 3, "who": ["a", 'b"<']})
    assert json.loads(attributes(markup)["arguments"]) == {
        "n": ["3"],
        "who": ["a", 'b"<'],
    }


def test_hostile_text_stays_in_its_attribute():
    hostile = '"><script>alert(1)</script>'
    markup = server_document("sliders", arguments={hostile: hostile})
    assert markup.count("<script") == 1
    assert json.loads(attributes(markup)["arguments"]) == {hostile: [hostile]}


def test_a_session_has_its_id_in_an_attribute_and_in_no_url():
    markup = server_session(None, session_id=ID, url="https://example.com/docsync/bars")
    assert attributes(markup)["token"] == ID
    assert ID not in sources(markup)[0]


@pytest.mark.parametrize("session_id", [None, ""])
def test_a_session_needs_an_id(session_id):
    with pytest.raises(ValueError, match="session_id"):
        server_session(None, session_id=session_id)


def test_a_session_id_that_no_server_takes_is_refused():
    with pytest.raises(BadTokenError):
        server_session(session_id="no spaces")


def test_relative_urls_leave_out_the_host():
    markup = server_document("https://h/docsync/sliders", relative_urls=True)
    assert sources(markup) == ["/docsync/sliders/autoload.js"]


def test_without_resources_there_is_no_script():
    assert sources(server_document("sliders", resources=None)) == []
    with pytest.raises(ValueError, match="resources"):
        server_document("sliders", resources="cdn")


def test_headers_are_refused_and_exclude_credentials():
    with pytest.raises(ValueError, match="arguments="):
        server_document("sliders", headers={"A": "b"})
    with pytest.raises(ValueError, match="exclude"):
        server_document("sliders", headers={"A": "b"}, with_credentials=True)
    assert server_document("sliders", with_credentials=True)


class Leaf(Model):
    text: str = ""


def test_a_model_shows_only_that_root():
    document = Document()
    first, second, third = Leaf(name="first"), Leaf(), Leaf(name="first")
    for leaf in (first, second, third):
        document.add_root(leaf)
    alone = Leaf(name="alone")
    document.add_root(alone)

    def root(model):
        return attributes(server_session(model, session_id=ID))["root"]

    assert root(alone) == "alone"
    assert root(second) == "1"
    assert root(third) == "2"
    assert root("by name") == "by name"


def test_a_model_that_is_no_root_is_refused():
    with pytest.raises(ValueError, match="expected a root"):
        server_session(Leaf(), session_id=ID)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"url": 5}, "url is 5, expected text"),
        ({"url": "x", "arguments": ["a"]}, r"arguments is \['a'\], expected a dict"),
    ],
)
def test_what_is_of_another_type_is_refused_by_its_name(given, expected):
    with pytest.raises(TypeError, match=expected):
        server_document(**given)


def test_what_is_neither_model_nor_name_is_refused():
    with pytest.raises(TypeError, match="model is 5, expected a root"):
        server_session(5, session_id="s", url="x")
