import re

import pytest

from app.security import content_security_policy


def test_the_index_leads_to_the_live_pages(client):
    page = client.get("/").text
    assert 'href="/sliders"' in page
    assert 'href="/special"' in page
    assert 'href="/bars"' in page


@pytest.mark.parametrize("path", ["/sliders", "/special", "/bars", "/bars/3"])
def test_without_syncd_there_is_a_decent_page(client, log_in, path):
    log_in()
    answer = client.get(path)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "Back in a moment" in answer.text
    assert "Traceback" not in answer.text


def test_an_unknown_page(client):
    answer = client.get("/nothing")
    assert answer.status_code == 404
    assert "no such page" in answer.text


@pytest.mark.parametrize("path", ["/", "/login", "/nothing", "/static/style.css"])
def test_every_answer_has_the_strict_policy(client, path):
    policy = client.get(path, buffered=True).headers["Content-Security-Policy"]
    assert policy == "default-src 'self'; script-src 'self'; style-src 'self'"


def test_in_development_the_policy_names_the_origin_of_syncd():
    assert content_security_policy("http://127.0.0.1:5006") == (
        "default-src 'self'; script-src 'self' http://127.0.0.1:5006;"
        " style-src 'self' http://127.0.0.1:5006;"
        " connect-src 'self' http://127.0.0.1:5006 ws://127.0.0.1:5006"
    )
    assert "wss://x.example" in content_security_policy("https://x.example/docsync")


@pytest.mark.parametrize("path", ["/", "/login", "/nothing"])
def test_no_page_has_inline_scripts_or_styles(client, path):
    page = client.get(path).text
    assert "<script" not in page
    assert "<style" not in page
    assert " style=" not in page
    assert not re.search(r"\son\w+=", page)


def test_pages_are_not_cached(client):
    assert client.get("/login").headers["Cache-Control"] == "no-store"
    style = client.get("/static/style.css", buffered=True)
    assert style.headers["Cache-Control"] != "no-store"
