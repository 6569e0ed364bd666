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


@pytest.fixture(scope="module")
def site() -> Iterator[Stage]:
    needs.chromium()
    with stage(APPS / "board.py") as running:
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
    """Open the board in a browser of its own and wait until it is live."""

    def open_view(session: str, **options: Any) -> View:
        page: Page = context_factory(**options).new_page()
        view = View(page)
        page.goto(site.page("board", session))
        view.wait_for_status("live")
        return view

    return open_view
