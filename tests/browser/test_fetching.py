"""Sources whose rows pages fetch from the site that they are part of."""

import time

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_javascript import EVAL
from support.wait import eventually


CELLS = """rows => rows.map(
  (row) => [...row.querySelectorAll("[role=gridcell]")].map((cell) => cell.innerText)
)"""


@pytest.fixture
def view(open_view, request):
    return open_view(request.node.name, app="fetching")


def rows(view, name):
    """Return what the rows of a table say, without their numbers."""
    cells = view.named(name).get_by_role("row").evaluate_all(CELLS)
    return [tuple(row[-2:]) for row in cells if row]


def shows(view, name, *expected):
    eventually(lambda: rows(view, name) == [*expected], lambda: rows(view, name))


def asked(site, kind):
    return site.flask.extensions["asked"].get(kind, [])


def told(view):
    return [words for words in view.told() if "DocSync" in words]


def press(view, name):
    view.page.get_by_role("button", name=name, exact=True).click()


def test_rows_are_asked_for_again_and_again_and_replace_each_other(view):
    def newest():
        return [int(x) for x, _ in rows(view, "replaced")]

    first = eventually(newest)
    assert len(first) == 1
    eventually(lambda: len(newest()) == 1 and newest()[0] > first[0], newest)
    assert view.told() == []
    eventually(lambda: view.page.evaluate("window.violations ?? []") == [])


def test_requests_say_what_their_source_says(view, site):
    posted = eventually(lambda: asked(site, "replaced"))[-1]
    assert (posted.method, posted.content_type) == ("POST", "application/json")
    assert posted.headers["X-Key"] == "open sesame"
    assert eventually(lambda: asked(site, "appended"))[-1].method == "GET"


def test_rows_follow_each_other_up_to_a_number_and_plots_show_them(view):
    def known():
        return [int(x) for x, _ in rows(view, "appended")]

    def newest():
        found = known()
        return len(found) == 4 and found[3] > 4 and found

    found = eventually(newest, known)
    assert found == sorted(set(found))
    plot = Plot(view, "plot")
    eventually(lambda: plot.ends[0][0] > 1, lambda: plot.ends)


def test_python_hears_nothing_of_rows_and_may_set_others(view, site):
    eventually(lambda: rows(view, "once"))
    count = len(asked(site, "once"))
    press(view, "Set")
    shows(view, "once", ("41", "1"), ("42", "2"))
    # What Python sets, it hears of; what pages have fetched, it has not.
    expect(view.named("heard")).to_have_text("heard {'x': [41, 42], 'y': [1, 2]}")
    assert len(asked(site, "once")) == count


def test_each_page_has_rows_of_its_own(open_view, request, view, site):
    eventually(lambda: rows(view, "once"))
    mine = rows(view, "once")
    other = open_view(request.node.name, app="fetching")
    eventually(lambda: rows(other, "once"))
    eventually(lambda: rows(other, "once") != mine)
    eventually(lambda: rows(view, "once") == mine)


def test_what_is_not_modified_stays(view, site):
    eventually(
        lambda: any("If-Modified-Since" in it.headers for it in asked(site, "same"))
    )
    eventually(lambda: len(rows(view, "same")) == 1, lambda: rows(view, "same"))
    assert told(view) == []


def test_a_page_stops_asking_when_python_or_the_document_lets_go(view, site):
    assert asked(site, "late") == []
    press(view, "Add")
    eventually(lambda: len(asked(site, "late")) > 3)
    press(view, "Remove")
    expect(view.named("late")).to_have_count(0)
    rested(view, site, "late")
    press(view, "Stop")
    rested(view, site, "appended")


def rested(view, site, kind):
    """Wait until a page asks no more: not once in ten times its interval."""

    def quiet():
        before = len(asked(site, kind))
        view.page.wait_for_timeout(1_000)
        return len(asked(site, kind)) == before

    eventually(quiet, lambda: len(asked(site, kind)))


def test_events_bring_rows_when_they_happen(view):
    shows(view, "events", ("2", "2"), ("3", "3"), ("4", "4"))


def test_an_adapter_makes_columns_of_other_answers(open_view, request):
    bad = open_view(request.node.name, app="fetching_badly", policy=EVAL)
    eventually(lambda: len(rows(bad, "adapted")) >= 2, lambda: rows(bad, "adapted"))
    eventually(lambda: rows(bad, "adapted")[:2] == [("0", "0"), ("1", "1")])


def test_code_may_clear_what_was_fetched_here(open_view, request):
    lenient = open_view(request.node.name, app="fetching", policy=EVAL)
    eventually(lambda: rows(lenient, "once"))
    press(lenient, "Clear")
    shows(lenient, "once")
    expect(lenient.named("heard")).to_have_text("heard nothing")
    assert told(lenient) == []


def test_failures_are_told_once_and_asked_for_less_often(open_view, request, site):
    before, began = len(asked(site, "failing")), time.monotonic()
    bad = open_view(request.node.name, app="fetching_badly", policy=EVAL)
    eventually(lambda: len(asked(site, "failing")) > before + 4)
    shows(bad, "failing", ("7", "8"))
    shows(bad, "broken", *[(str(x), str(x)) for x in range(1, 5)])
    for words in (
        "/rows/failing: the answer was 500",
        "/rows/words: the answer is no JSON",
        "/events/broken: the answer is no JSON",
        "ServerSentDataSource got no rows from /rows/failing: the address gave no",
        "http://127.0.0.1:9/rows: ",
    ):
        eventually(lambda words=words: sum(words in it for it in told(bad)) == 1, words)
    # One would ask every 20 ms, if nothing failed.
    usual = (time.monotonic() - began) / 0.02
    assert len(asked(site, "failing")) - before < usual / 3


def test_without_leave_for_code_adapters_are_said_not_to_run(open_view, request):
    strict = open_view(request.node.name, app="fetching_badly")
    eventually(lambda: any("unsafe-eval" in it for it in told(strict)))
    eventually(lambda: rows(strict, "adapted") == [])
