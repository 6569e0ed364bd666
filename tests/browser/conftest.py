"""One stage for all browser tests, and visitors in the Chromium of `chromium`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.view import View
from support import needs
from support.stage import Stage, stage


APPS = Path(__file__).parent / "apps"
USER_GUIDE = Path(__file__).parents[1] / "apps" / "myapp.py"


@pytest.fixture(scope="session")
def site() -> Iterator[Stage]:
    needs.chromium()
    with stage(*sorted(APPS.glob("*.py")), USER_GUIDE) as running:
        yield running


@pytest.fixture
def context_factory(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make browser contexts: visitors who know nothing of each other."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        contexts.append(chromium.new_context(**options))
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(autouse=True)
def running_proxy(site: Stage) -> Iterator[None]:
    """A test that failed while the proxy was down costs the others nothing."""
    yield
    site.start_nginx()


@pytest.fixture
def open_view(
    context_factory: Callable[..., BrowserContext], site: Stage
) -> Callable[..., View]:
    """Open an application in a browser of its own and wait until it is live."""

    def open_view(session: str, app: str = "board", **options: Any) -> View:
        page: Page = context_factory(**options).new_page()
        view = View(page)
        page.goto(site.page(app, session))
        view.wait_for_status("live")
        return view

    return open_view
