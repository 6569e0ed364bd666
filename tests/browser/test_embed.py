"""Documents that a script puts into a page, moves and takes away."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

import syncd
from browser.view import View
from support.wait import eventually


STATIC = Path(syncd.__file__).parent / "static"


@pytest.fixture
def plain(context_factory, site):
    """A page with a strict policy and two empty places, `one` and `two`."""
    page = context_factory().new_page()
    view = View(page)
    sockets = []
    page.on("websocket", lambda socket: sockets.append(socket))  # noqa: PLW0108
    page.goto(f"{site.url}/plain")
    eventually(lambda: page.evaluate("() => window.show !== undefined"))
    view.sockets = sockets
    yield view
    assert view.violations() == []
    page.close()
    eventually(lambda: site.connections == 0, lambda: f"{site.connections} are open")


def show(view, place, session, app="board"):
    view.page.evaluate(
        """async ([place, app, session]) => {
          window[session] = await window.show(place, app, session);
        }""",
        [place, app, session],
    )
    return view.page.locator(f"#{place} docsync-document").last


def expect_status(element, status):
    expect(element).to_have_attribute("data-status", status)


def statuses(view, session):
    return [
        what
        for name, kind, what in view.page.evaluate("() => window.heard")
        if name == session and kind == "docsync:status"
    ]


def test_a_script_shows_a_document_and_hears_how_it_stands(plain):
    element = show(plain, "one", "script")
    expect_status(element, "live")
    element.get_by_role("button", name="Press").click()
    expect(element.get_by_text("pressed 1 times")).to_be_visible()
    eventually(lambda: statuses(plain, "script") == ["live"])
    eventually(lambda: plain.page.evaluate("() => window.script.status") == "live")


def test_disposing_closes_the_connection_and_empties_the_place(plain, site):
    expect_status(show(plain, "one", "disposed"), "live")
    assert site.connections == 1
    plain.page.evaluate("() => { disposed.dispose(); disposed.dispose(); }")
    eventually(
        lambda: plain.page.locator("#one").evaluate("e => e.childNodes.length") == 0
    )
    eventually(lambda: site.connections == 0, lambda: f"{site.connections} are open")


def test_documents_on_one_page_live_side_by_side(plain, site):
    one = show(plain, "one", "side-one")
    two = show(plain, "two", "side-two")
    same = show(plain, "two", "side-one")
    for element in (one, two, same):
        expect_status(element, "live")
    one.get_by_role("button", name="Press").click()
    expect(same.get_by_text("pressed 1 times")).to_be_visible()
    first = plain.page.locator("#two docsync-document").first
    expect(first.get_by_text("pressed 0 times")).to_be_visible()
    # Two sessions are three elements: what shows the same one shares a connection.
    assert len(plain.sockets) == site.connections == 2


def test_elements_of_one_session_share_its_connection_until_the_last_has_gone(
    plain, site
):
    elements = [show(plain, place, "one-socket") for place in ("one", "two", "two")]
    for element in elements:
        expect_status(element, "live")
    assert len(plain.sockets) == 1
    same = """([first, ...rest]) => rest.every((e) => e.document === first.document)"""
    documents = plain.page.locator("docsync-document")
    eventually(lambda: documents.evaluate_all(same))
    for left in (2, 1):
        plain.page.evaluate("() => document.querySelector('docsync-document').remove()")
        expect(documents).to_have_count(left)
        documents.last.get_by_role("button", name="Press").click()
        expect(documents.last.get_by_text(f"pressed {3 - left} times")).to_be_visible()
    with plain.sockets[0].expect_event("close"):
        plain.page.evaluate("() => document.querySelector('docsync-document').remove()")
    eventually(lambda: site.connections == 0, lambda: f"{site.connections} are open")


def test_what_concerns_a_whole_session_is_said_once(plain, site):
    for place in ("one", "two"):
        expect_status(show(plain, place, "said-once"), "live")
    assert site.destroy("said-once")
    for element in plain.page.locator("docsync-document").all():
        expect_status(element, "gone")
    plain.page.get_by_role("button", name="Start anew").click()
    for element in plain.page.locator("docsync-document").all():
        expect_status(element, "live")
    assert site.connections == 1


def test_an_element_that_is_moved_stays_connected(plain, site):
    element = show(plain, "one", "moved")
    expect_status(element, "live")
    element.get_by_role("button", name="Press").click()
    plain.page.evaluate("""() => {
      const element = document.querySelector("#one docsync-document");
      document.querySelector("#two").append(element);
    }""")
    moved = plain.page.locator("#two docsync-document")
    expect_status(moved, "live")
    moved.get_by_role("button", name="Press").click()
    expect(moved.get_by_text("pressed 2 times")).to_be_visible()
    expect(moved.locator("canvas").first).to_be_visible()
    assert len(plain.sockets) == 1
    eventually(lambda: statuses(plain, "moved") == ["live"])


def test_an_element_that_is_taken_out_says_goodbye(plain, site):
    expect_status(show(plain, "one", "taken"), "live")
    with plain.sockets[0].expect_event("close"):
        plain.page.evaluate("() => document.querySelector('docsync-document').remove()")
    eventually(lambda: site.connections == 0, lambda: f"{site.connections} are open")


def test_an_element_that_comes_back_is_live_again(plain):
    element = show(plain, "one", "back")
    expect_status(element, "live")
    element.get_by_role("button", name="Press").click()
    expect(element.get_by_text("pressed 1 times")).to_be_visible()
    plain.page.evaluate("""async () => {
      const element = document.querySelector("docsync-document");
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 300));
      document.querySelector("#two").append(element);
    }""")
    back = plain.page.locator("#two docsync-document")
    expect_status(back, "live")
    expect(back.get_by_text("pressed 1 times")).to_be_visible()
    back.get_by_role("button", name="Press").click()
    expect(back.get_by_text("pressed 2 times")).to_be_visible()


def test_errors_of_callbacks_are_heard(plain):
    element = show(plain, "one", "failing", app="fails")
    expect_status(element, "live")
    element.get_by_role("button", name="Fail").click()
    expect(element.get_by_role("alert")).to_be_visible()
    kinds = "() => window.heard.map(([, kind]) => kind)"
    eventually(lambda: "docsync:error" in plain.page.evaluate(kinds))


def test_an_encrypted_page_says_why_it_cannot_show_a_plain_document(context_factory):
    page = context_factory().new_page()
    page.route("https://site.test/**", answer)
    page.goto("https://site.test/")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("This page is encrypted (https)")
    expect(alert).to_contain_text("http, which browsers do not allow")


def answer(route):
    """Answer for a site of https that shows a document of http."""
    name = route.request.url.rpartition("/")[2]
    if name != "":
        route.fulfill(path=STATIC / name)
        return
    manifest = json.loads((STATIC / "manifest.json").read_text())
    route.fulfill(
        content_type="text/html",
        body="<!doctype html>"
        f"<script type=module src={manifest['src/main.ts']['file']}></script>"
        "<docsync-document url=http://other.test/app></docsync-document>",
    )
