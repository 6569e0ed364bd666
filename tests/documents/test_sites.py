"""The Flask sites of the guides, each in a process of its own."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests
from playwright.sync_api import expect

from support.daemon import daemon
from support.ws import connect


TESTS = Path(__file__).parent.parent
SLIDERS = TESTS / "apps" / "sliders.py"


def token_in(page):
    return re.search(r' token="([^"]+)"', page)[1]


def origin(port):
    return ("--allow-websocket-origin", f"localhost:{port}")


def test_a_site_customises_a_session_for_its_visitor(look, python_process, port):
    with daemon(*origin(port), apps=[SLIDERS]) as running:
        url = python_process(
            "site",
            "customized.py",
            replace={"http://localhost:5006": running.url},
            env={"DOCSYNC_CONTROL_URL": running.control_url},
            port=port,
        )
        view = look(url)
        title = view.document.locator(".title")
        expect(title).to_have_text("Special Sliders For A Specific User!")
        assert view.problems == []

        with ThreadPoolExecutor(20) as pool:
            pages = pool.map(lambda _: requests.get(url, timeout=20), range(50))
            pages = list(pages)
        assert {page.status_code for page in pages} == {200}
        assert len({token_in(page.text) for page in pages}) == 50

        # Everybody else's sessions are as they were.
        with connect(running.port, "/sliders/ws") as ws:
            models = ws.enter()["models"]
        titles = [model["fields"] for model in models if model["type"] == "Title"]
        assert "my sine wave" in [fields.get("text") for fields in titles]


def test_a_site_without_a_server_says_how_to_start_one(python_process, port, tmp_path):
    url = python_process(
        "site",
        "customized.py",
        replace={},
        env={"DOCSYNC_CONTROL_URL": "http://127.0.0.1:1"},
        port=port,
    )
    assert requests.get(url, timeout=20).status_code == 500
    assert "syncd serve" in (tmp_path / "log").read_text()


@pytest.mark.parametrize("name", ["signed", "older"])
def test_a_site_hands_out_signed_ids(look, python_process, port, name):
    options = ("--session-ids", "external-signed", *origin(port))
    with daemon(*options, apps=[SLIDERS]) as running:
        url = python_process(
            "site",
            *("-m", "flask", "--app", name, "run", "--port", str(port)),
            replace={
                "https://127.0.0.1:5006/bkapp": f"{running.url}/sliders",
                "http://localhost:5006/bkapp": f"{running.url}/sliders",
            },
            env={},
            port=port,
        )
        view = look(url)
        expect(view.document.locator(".title")).to_have_text("my sine wave")
        page = requests.get(url, timeout=20).text
        # It is in an attribute; in an address, it would be in logs.
        token = token_in(page)
        assert token not in page.replace(f'token="{token}"', "")
        assert requests.get(f"{running.url}/sliders", timeout=20).status_code == 403


def test_an_id_of_another_key_fails_where_it_can_be_seen(
    chromium, python_process, port
):
    options = ("--session-ids", "external-signed", *origin(port))
    with daemon(*options, apps=[SLIDERS]) as running:
        url = python_process(
            "site",
            *("-m", "flask", "--app", "signed", "run", "--port", str(port)),
            replace={"https://127.0.0.1:5006/bkapp": f"{running.url}/sliders"},
            env={"DOCSYNC_SECRET_KEY": "another-key-for-tests-0123456789abcdef"},
            port=port,
        )
        page = chromium.new_page()
        page.goto(url)
        expect(page.get_by_role("alert")).to_be_visible()
        page.close()


@pytest.fixture
def starter(python_process, port):
    """The pages of the starter before and behind its proxy."""
    prefix = "syncd_plots"
    options = ("--session-ids", "external-signed", "--disable-index")
    with daemon(*options, *origin(port), "--prefix", prefix, apps=[SLIDERS]) as running:
        url = python_process(
            "starter",
            *("-m", "flask", "run", "--port", str(port)),
            replace={f"https://example.com/{prefix}": f"{running.url}/{prefix}"},
            env={"FLASK_APP": "application.py", "DOCSYNC_SIGN_SESSIONS": "true"},
            port=port,
        )
        yield url, f"{running.url}/{prefix}"


def test_the_signed_route_of_the_starter(starter, look):
    url, public = starter
    view = look(f"{url}/sliders")
    expect(view.document.locator(".title")).to_have_text("my sine wave")
    pages = [requests.get(f"{url}/sliders", timeout=20).text for _ in range(3)]
    assert len({token_in(page) for page in pages}) == 3
    # Nobody gets past the site.
    assert requests.get(f"{public}/sliders", timeout=20).status_code == 403
    assert requests.get(f"{public}/", timeout=20).status_code == 404


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("bars", "http://localhost:5006/bars"),
        ("public", "https://example.com/syncd_script/bars"),
    ],
)
def test_pages_have_their_tag_with_or_without_a_server(starter, page, address):
    markup = requests.get(f"{starter[0]}/{page}", timeout=20).text
    assert f'<docsync-document url="{address}"></docsync-document>' in markup
    assert f'<script type="module" src="{address}/autoload.js"></script>' in markup
