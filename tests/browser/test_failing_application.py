"""What a person sees of an application that cannot build its document."""

import re

import pytest
from playwright.sync_api import expect

from support import needs
from support.daemon import daemon


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    path = tmp_path_factory.mktemp("apps") / "broken.py"
    path.write_text('raise LookupError("the database is on holiday")\n')
    needs.chromium()
    return path


@pytest.fixture
def page(context_factory):
    return context_factory().new_page()


EMBED = """url => {
  const element = document.createElement("docsync-document");
  element.setAttribute("url", `${url}/broken`);
  const script = document.createElement("script");
  script.type = "module";
  script.src = `${url}/broken/autoload.js`;
  document.body.append(element, script);
}"""


def embed(page, url):
    """Show the application inside a page that is not its own."""
    page.goto(f"{url}/another-page")
    page.evaluate(EMBED, url)
    return page.get_by_role("alert").filter(has_text="Not available")


@pytest.mark.parametrize("own_page", [True, False])
def test_elsewhere_it_is_a_number_that_the_log_has(page, broken, own_page):
    with daemon(apps=[broken], secret_key=None) as running:
        if own_page:
            assert page.goto(f"{running.url}/broken").status == 500
            notice = page.get_by_role("main")
            expect(notice).to_contain_text("The application failed")
        else:
            notice = embed(page, running.url)
            expect(notice).to_contain_text("The application could not start")
        expect(page.get_by_text("holiday")).to_have_count(0)
        number = re.search(r"\(error (\S+)\)", notice.inner_text())
        assert number is not None
        running.wait_for_log(f"could not build its document {number[0]}")


def test_in_development_it_is_the_traceback(page, broken):
    with daemon("--dev", apps=[broken], secret_key=None) as running:
        notice = embed(page, running.url)
        expect(notice).to_contain_text("LookupError: the database is on holiday")
        failure = page.get_by_role("alert").filter(has_text="Traceback")
        expect(failure).to_contain_text('broken.py", line 1, in <module>')
        page.get_by_role("button", name="Try again").click()
        expect(notice).to_be_visible()
        page.goto(f"{running.url}/broken")
        expect(page.get_by_text('broken.py", line 1, in <module>')).to_be_visible()


def test_what_failed_is_said_where_its_look_does_not_arrive(page, broken):
    page.route("**/failure-*.js", lambda route: route.abort())
    with daemon("--dev", apps=[broken], secret_key=None) as running:
        embed(page, running.url)
        failure = page.locator("docsync-failure")
        expect(failure).to_contain_text("LookupError: the database is on holiday")
        expect(failure).to_be_in_viewport()


def test_when_it_works_again_the_page_does(page, broken):
    text = broken.read_text()
    flag = broken.with_name("mended")
    broken.write_text(f"import os\nif not os.path.exists({str(flag)!r}):\n    1 / 0\n")
    try:
        with daemon(apps=[broken], secret_key=None) as running:
            assert page.goto(f"{running.url}/broken").status == 500
            flag.touch()
            assert page.reload().status == 200
            expect(page.locator("docsync-document")).to_have_attribute(
                "data-status", "live"
            )
    finally:
        broken.write_text(text)
