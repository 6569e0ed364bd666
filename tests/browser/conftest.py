"""One stage for all browser tests, and visitors in the Chromium of `chromium`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.view import View
from support import needs
from support.stage import POLICY, Stage, stage


Opener = Callable[..., View]

APPS = Path(__file__).parent / "apps"
USER_GUIDE = Path(__file__).parents[1] / "documents" / "scripts" / "myapp.py"


@pytest.fixture(scope="session")
def site() -> Iterator[Stage]:
    needs.chromium()
    with stage(*sorted(APPS.glob("*.py")), USER_GUIDE) as running:
        yield running


def _contexts(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        contexts.append(chromium.new_context(**options))
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def context_factory(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make browser contexts: visitors who know nothing of each other."""
    yield from _contexts(chromium)


@pytest.fixture(autouse=True)
def running_proxy(site: Stage) -> Iterator[None]:
    """A test that failed while the proxy was down costs the others nothing."""
    yield
    site.start_nginx()


def _open_view(contexts: Callable[..., BrowserContext], site: Stage) -> Opener:
    def open_view(
        session: str, app: str = "board", *, policy: str = POLICY, **options: Any
    ) -> View:
        page: Page = contexts(**options).new_page()
        view = View(page)
        view.open(site.page(app, session, policy=policy))
        return view

    return open_view


@pytest.fixture
def open_view(context_factory: Callable[..., BrowserContext], site: Stage) -> Opener:
    """Open an application in a browser of its own and wait until it is live."""
    return _open_view(context_factory, site)


@pytest.fixture(scope="module")
def module_view(chromium: Browser, site: Stage) -> Iterator[Opener]:
    """Open views that all tests of a module look at."""
    for contexts in _contexts(chromium):
        yield _open_view(contexts, site)
