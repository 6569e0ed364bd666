"""Guards for every test, and the browser that they share.

Tests start from the same environment, may leave neither an app context nor a
greenlet behind, and in CI none may be skipped.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import weakref
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings


if TYPE_CHECKING:
    from playwright.sync_api import Browser


IN_CI = bool(os.environ.get("CI"))

# Markers and time limits (seconds) that come with a folder.
FOLDERS = {
    "browser": ([pytest.mark.browser], 180),
    "convergence": ([], 180),
    "deploy": ([pytest.mark.deploy], 180),
    "documents": ([pytest.mark.live, pytest.mark.browser], 180),
    "examples": ([], 180),
    "flask_live": ([pytest.mark.live], 180),
    "interop": ([pytest.mark.live], 180),
    "live": ([pytest.mark.live], 180),
}

# How long a page may take on a busy machine.
PATIENCE_MS = 20_000

TESTS = Path(__file__).parent

# What an example takes says how busy the machine is.
settings.register_profile("docsync", settings(), deadline=None)
settings.load_profile("docsync")

_spawned: weakref.WeakSet[Any] = weakref.WeakSet()


def pytest_configure(config: pytest.Config) -> None:
    """Forget the settings of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("DOCSYNC_")]:
        del os.environ[name]
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:  # as nohup sets it
        # Processes inherit what is ignored, and not what is handled.
        signal.signal(signal.SIGHUP, lambda *_: None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every test the markers and the time limit of its folder."""
    for item in items:
        folder = item.path.relative_to(TESTS).parts[0]
        markers, timeout = FOLDERS.get(folder, ([], None))
        for marker in markers:
            item.add_marker(marker)
        if timeout is not None and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(timeout))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Note every greenlet from now on, if some test uses gevent in process."""
    gevent = sys.modules.get("gevent")
    if gevent is not None:
        gevent.Greenlet.add_spawn_callback(_spawned.add)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End, even if a thread that some test left behind would wait for ever."""
    leaked = [
        thread.name
        for thread in threading.enumerate()
        if thread is not threading.main_thread() and not thread.daemon
    ]
    if leaked:
        print(f"tests left threads running: {leaked}", file=sys.stderr)  # noqa: T201
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(1)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Count a skipped test as a failure in CI."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {_reason(report)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Count a skipped module as a failure in CI."""
    report = yield
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {_reason(report)}"
    return report


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    match report.longrepr:
        case (_, _, str(reason)):
            return reason
        case other:
            return str(other)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One real browser for all tests; playwright allows one at a time."""
    from playwright.sync_api import expect, sync_playwright

    from support import needs

    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=needs.chromium(), args=needs.CHROMIUM_ARGUMENTS
        )
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def _no_leaked_settings() -> Iterator[None]:
    yield
    leaked = [name for name in os.environ if name.startswith("DOCSYNC_")]
    for name in leaked:
        del os.environ[name]
    assert not leaked, f"the test left settings in the environment: {leaked}"


@pytest.fixture(autouse=True)
def _no_leaked_app_contexts() -> Iterator[None]:
    yield
    flask = sys.modules.get("flask")
    leaked = []
    while flask is not None and flask.has_app_context():
        context = flask.globals._cv_app.get()
        leaked.append(context.app.name)
        context.pop()
    assert not leaked, f"the test left app contexts pushed: {leaked}"


@pytest.fixture(autouse=True)
def _no_leaked_greenlets() -> Iterator[None]:
    before = _live_greenlets()
    yield
    leaked = _live_greenlets() - before
    if leaked:
        # One turn of the hub for those that were just told to end.
        sys.modules["gevent"].sleep(0.05)
        gc.collect()
        leaked = _live_greenlets() - before
    assert not leaked, f"the test left greenlets running: {leaked}"


def _live_greenlets() -> set[Any]:
    return {greenlet for greenlet in set(_spawned) if not greenlet.ready()}
