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


def test_elsewhere_it_is_a_number_that_the_log_has(page, broken):
    with daemon(apps=[broken], secret_key=None) as running:
        assert page.goto(f"{running.url}/broken").status == 200
        notice = page.get_by_role("alert").filter(has_text="Not available")
        expect(notice).to_contain_text("The application could not start")
        expect(page.get_by_text("holiday")).to_have_count(0)
        number = re.search(r"\(error (\S+)\)", notice.inner_text())
        assert number is not None
        running.wait_for_log(f"could not build its document {number[0]}")


def test_in_development_it_is_the_traceback(page, broken):
    with daemon("--dev", apps=[broken], secret_key=None) as running:
        page.goto(f"{running.url}/broken")
        notice = page.get_by_role("alert").filter(has_text="Not available")
        expect(notice).to_contain_text("LookupError: the database is on holiday")
        failure = page.get_by_role("alert").filter(has_text="Traceback")
        expect(failure).to_contain_text('broken.py", line 1, in <module>')
        page.get_by_role("button", name="Try again").click()
        expect(notice).to_be_visible()
