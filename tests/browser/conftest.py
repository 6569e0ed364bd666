"""One stage for all browser tests, and visitors in the Chromium of `chromium`."""

import contextlib
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


@contextlib.contextmanager
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
    with _contexts(chromium) as make:
        yield make


@pytest.fixture(autouse=True)
def running_proxy(site: Stage) -> Iterator[None]:
    """A test that failed while the proxy was down costs the others nothing."""
    yield
    site.start_nginx()


@pytest.fixture(scope="session")
def known_contexts(chromium: Browser) -> Iterator[dict[str, BrowserContext]]:
    """Browser contexts that have our code by now, by what is special about them."""
    contexts: dict[str, BrowserContext] = {}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture
def returning(
    chromium: Browser,
    known_contexts: dict[str, BrowserContext],
    context_factory: Callable[..., BrowserContext],
) -> Iterator[Callable[..., Page]]:
    """Open pages of visitors who know nothing of each other, but have been here before.

    The code of a page is not loaded anew for each test, which takes longer than most
    of what is tested. A second visitor of a test is another one.
    """
    here: set[str] = set()

    def open_page(**options: Any) -> Page:
        key = repr(sorted(options.items()))
        if key in here:
            return context_factory(**options).new_page()
        here.add(key)
        if key not in known_contexts:
            known_contexts[key] = chromium.new_context(**options)
        return known_contexts[key].new_page()

    yield open_page
    for key in here:
        for page in known_contexts[key].pages:
            page.close()


def _open_view(pages: Callable[..., Page], site: Stage) -> Opener:
    def open_view(
        session: str, app: str = "board", *, policy: str = POLICY, **options: Any
    ) -> View:
        view = View(pages(**options))
        view.open(site.page(app, session, policy=policy))
        return view

    return open_view


@pytest.fixture
def open_view(returning: Callable[..., Page], site: Stage) -> Opener:
    """Open an application in a browser of its own and wait until it is live."""
    return _open_view(returning, site)


@pytest.fixture(scope="module")
def module_view(chromium: Browser, site: Stage) -> Iterator[Opener]:
    """Open views that all tests of a module look at."""
    with _contexts(chromium) as make:
        yield _open_view(lambda **options: make(**options).new_page(), site)
