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
