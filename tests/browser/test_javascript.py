"""Callbacks that the browser runs by itself, and what a page has to allow for them."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.view import REVISION, View, box_of
from support.daemon import daemon
from support.stage import POLICY
from support.wait import eventually


EVAL = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'")
ON_PURPOSE = "Error: on purpose"


def slider(view, name):
    return view.page.get_by_role("slider", name=name, exact=True)


def value(view, name):
    return float(slider(view, name).evaluate("element => element.value"))


def shows(view, **values):
    """Wait until sliders show these values."""
    eventually(
        lambda: {name: value(view, name) for name in values} == values,
        lambda: str({name: value(view, name) for name in values}),
    )


def press(view, name):
    view.page.get_by_role("button", name=name).click()


def says(view, words):
    expect(view.page.get_by_text(words, exact=True)).to_be_visible()


@pytest.fixture
def strict(open_view, request):
    """A page that allows no code but its own files."""
    return open_view(request.node.name, app="scripted")


@pytest.fixture
def lenient(open_view, request):
    """A page that allows the application's code, too."""
    return open_view(request.node.name, app="scripted", policy=EVAL)


# Without code


def test_linked_models_follow_in_both_directions_and_python_hears_it(strict):
    slider(strict, "left").press("PageUp")
    shows(strict, left=value(strict, "left"), right=value(strict, "left"))
    eventually(lambda: value(strict, "left") > 0)
    slider(strict, "right").fill("42")
    shows(strict, left=42, right=42, lone=42)
    says(strict, "heard 42")


def test_a_link_follows_what_python_sets(strict):
    press(strict, "Seven")
    shows(strict, left=7, right=7, lone=7)
    says(strict, "heard 7")


def test_pages_of_one_session_agree_and_fall_silent(open_view):
    one, two = (open_view("agree", app="scripted") for _ in range(2))
    one.page.evaluate("""() => {
      const input = [];
      const walk = (root) => {
        for (const e of root.querySelectorAll("*")) {
          if (e.type === "range" || e.role === "slider") input.push(e);
          if (e.shadowRoot) walk(e.shadowRoot);
        }
      };
      walk(document);
      const [left, right] = input;
      for (let i = 1; i <= 300; i++) {
        const moved = i % 2 ? left : right;
        moved.value = String(i);
        moved.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }""")
    for view in (one, two):
        shows(view, left=300, right=300, lone=300)
        view.wait_until_silent()
    before, after = (view.document.evaluate(REVISION) for view in (one, two))
    assert before == after


def test_buttons_set_values_hide_and_show_and_open_pages(strict):
    press(strict, "Five")
    shows(strict, left=5, right=5)
    secret = strict.page.get_by_text("now you see it")
    expect(secret).to_be_visible()
    press(strict, "Toggle")
    expect(secret).to_be_hidden()
    press(strict, "Toggle")
    expect(secret).to_be_visible()
    with strict.page.context.expect_page() as opened:
        press(strict, "Leave")
    opened.value.wait_for_url("**/page.css")
    assert strict.page.url != opened.value.url


def test_all_that_needs_no_code_breaks_no_policy(open_view):
    view = open_view("policy", app="linked")
    assert view.violations() == []
    assert view.problems == []


def test_forbidden_code_is_one_clear_error_and_all_else_works(strict):
    notice = strict.page.get_by_role("alert")
    expect(notice).to_have_count(1)
    expect(notice).to_contain_text("would have to allow script-src 'unsafe-eval'")
    slider(strict, "scale").fill("9")
    slider(strict, "ping").fill("9")
    slider(strict, "left").fill("8")
    shows(strict, left=8, right=8, ping=9, pong=0)
    says(strict, "total 10")
    says(strict, "python is ready")
    assert len(strict.violations()) == 1
    told = [problem for problem in strict.problems if "DocSync:" in problem]
    assert len(told) == 1


# With code


def test_code_edits_data_in_place_and_python_has_it(lenient):
    slider(lenient, "scale").fill("4")
    says(lenient, "total 40")
    eventually(lambda: lenient.column("y") == [4] * 10)
    slider(lenient, "scale").fill("5")
    says(lenient, "total 50")
    assert lenient.violations() == []
    assert lenient.problems == []


def test_code_that_fails_is_logged_once_and_stops_no_other(lenient):
    for words in ("one", "two"):
        field = lenient.page.get_by_role("textbox", name="words")
        field.fill(words)
        field.press("Enter")
        says(lenient, f"echo {words} TextInput Scripted")
    (problem,) = lenient.problems
    assert ON_PURPOSE in problem
    assert "CustomJS" in problem


def test_code_that_sets_itself_off_without_end_is_stopped(lenient):
    slider(lenient, "ping").fill("1")
    eventually(lenient.told, "nothing was logged")
    slider(lenient, "lone").fill("6")
    shows(lenient, lone=6)
    (problem,) = lenient.problems
    assert "without end" in problem


def test_events_run_code(lenient):
    says(lenient, "document_ready")
    says(lenient, "python is ready")
    box = box_of(lenient.plot)
    lenient.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(lenient.named("tapped")).to_contain_text("tapped plot at")
    assert lenient.problems == []


def test_code_changes_looks_that_nothing_had_before(lenient):
    press(lenient, "Paint")
    expect(lenient.named("line")).to_have_css("color", "rgb(200, 0, 0)")
    assert lenient.problems == []


def test_code_resets_a_figure(lenient):
    shown = "element => element.model.get('x_range').get('start')"
    press(lenient, "Move")
    eventually(lambda: lenient.named("plot").evaluate(shown) == -30)
    press(lenient, "Back")
    eventually(lambda: lenient.named("plot").evaluate(shown) == 0)
    assert lenient.problems == []


def test_a_connection_that_is_lost_and_comes_back_runs_code(lenient, site):
    says(lenient, "line")
    site.cut_sockets()
    says(lenient, "line connection_lost client_reconnected")
    lenient.wait_for_status("live")


def test_code_is_loaded_only_where_there_are_callbacks(context_factory, site):
    page = context_factory().new_page()
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(site.page("linked", "unscripted"))
    expect(page.locator("docsync-document")).to_have_attribute("data-status", "live")
    expect(page.locator("canvas").first).to_be_visible()
    assert any("/figure-" in url for url in loaded)
    assert not any("/runner-" in url for url in loaded)


def test_a_page_of_syncds_own_runs_code_if_an_operator_allows_it(context_factory):
    app = Path(__file__).parent / "apps" / "scripted.py"
    with daemon("--allow-eval", apps=[app], secret_key=None) as running:
        view = View(context_factory().new_page())
        view.page.goto(f"{running.url}/scripted")
        view.wait_for_status("live")
        slider(view, "scale").fill("4")
        says(view, "total 40")
        assert view.violations() == []


def test_code_reads_and_sets_a_model_of_the_applications_own(lenient):
    press(lenient, "Louder")
    says(lenient, "browser has 8")
    says(lenient, "python has 8 ['a', 'b']")


# Rows

ROWS = {
    "Stream and edit": "1:9 2:2 3:3 4:4",
    "Edit and stream": "1:8 2:2 3:3 5:5",
    "Roll and patch": "2:7 3:3 6:60",
    "Set and patch": "1:1 2:20 3:3",
}


@pytest.mark.parametrize("label", ROWS)
def test_python_has_all_that_one_callback_has_done_to_rows(open_view, request, label):
    view = open_view(request.node.name, app="rows", policy=EVAL)
    says(view, "1:1 2:2 3:3")
    press(view, label)
    says(view, ROWS[label])


def test_rows_that_two_people_stream_at_once_are_all_kept(open_view):
    one, two = (open_view("rows", app="rows", policy=EVAL) for _ in range(2))
    says(two, "1:1 2:2 3:3")
    for view in (one, two):
        view.page.get_by_role("button", name="Announce").dispatch_event("click")
    for view in (one, two):
        says(view, "1:1 2:2 3:3 4:4 4:4")
