"""What is replaced by something else does not stay in the page's memory."""

import pytest
from playwright.sync_api import expect

from support.wait import eventually


TIMES = 20


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("tabs", lambda view, times: view.get_by_text(f"words {times}", exact=True)),
        ("grid", lambda view, times: view.get_by_label(f"plot {times}").first),
    ],
    ids=["tabs", "grid"],
)
def test_views_of_what_has_gone_are_let_go(open_view, what, said):
    view = open_view(f"replaced-{what}", app="replaced")
    session = view.page.context.new_cdp_session(view.page)
    replace = view.document.get_by_role("button", name=f"Replace {what}")

    def nodes(times):
        for _ in range(TIMES):
            replace.click()
        expect(said(view.document, times)).to_be_visible()
        session.send("HeapProfiler.collectGarbage")
        return session.send("Memory.getDOMCounters")["nodes"]

    before = nodes(TIMES)
    times = TIMES

    def steady():
        # What was thrown away is collected when the browser finds the time.
        nonlocal times
        times += TIMES
        return nodes(times) < before + 5 * TIMES

    eventually(steady)
    session.detach()


MODEL = """Object.getPrototypeOf(
  document.querySelector("docsync-document").document.models.values().next().value
)"""


def test_renderers_and_their_sources_are_let_go_while_their_figure_stays(open_view):
    view = open_view("redrawn", app="replaced")
    session = view.page.context.new_cdp_session(view.page)
    replace = view.document.get_by_role("button", name="Replace renderer")

    def models(times):
        for _ in range(TIMES):
            replace.click()
        title = view.document.get_by_label(f"drawing {times}").first
        expect(title).to_be_visible()
        session.send("HeapProfiler.collectGarbage")
        kind = session.send("Runtime.evaluate", {"expression": MODEL})["result"]
        found = session.send(
            "Runtime.queryObjects", {"prototypeObjectId": kind["objectId"]}
        )["objects"]
        told = session.send(
            "Runtime.callFunctionOn",
            {
                "objectId": found["objectId"],
                "functionDeclaration": "function () { return this.length; }",
                "returnByValue": True,
            },
        )
        session.send("Runtime.releaseObject", {"objectId": found["objectId"]})
        return told["result"]["value"]

    before = models(TIMES)
    times = TIMES

    def steady():
        # A renderer has a glyph, a source, its selection, and what that goes by.
        nonlocal times
        times += TIMES
        return models(times) < before + TIMES

    eventually(steady)
    session.detach()
