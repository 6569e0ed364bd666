"""What is replaced by something else does not stay in the page's memory."""

from playwright.sync_api import expect

from support.wait import eventually


TIMES = 20


def test_views_of_tabs_that_have_gone_are_let_go(open_view):
    view = open_view("replaced", app="replaced")
    session = view.page.context.new_cdp_session(view.page)
    replace = view.document.get_by_role("button", name="Replace")

    def nodes(times):
        for _ in range(TIMES):
            replace.click()
        expect(view.document.get_by_text(f"words {times}", exact=True)).to_be_visible()
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
