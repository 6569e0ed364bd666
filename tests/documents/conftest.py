"""What the guides show, in a real daemon and a real browser."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.view import View
from support.daemon import SECRET_KEY, START_TIMEOUT
from support.port import free_ports, is_open
from support.wait import eventually


HERE = Path(__file__).parent


@pytest.fixture
def look(chromium: Browser) -> Iterator[Callable[[str], View]]:
    """Open an address in a browser of its own, and wait until it is drawn."""
    with ExitStack() as stack:

        def look(url: str) -> View:
            context = stack.enter_context(closing(chromium.new_context()))
            view = View(context.new_page())
            view.open(url)
            return view

        yield look


@pytest.fixture
def python_process(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Run a site of the guides on a free port, and return its address.

    Addresses of the guides that nobody has here are replaced in its sources.
    """
    with ExitStack() as stack:

        def run(
            folder: str,
            *command: str,
            replace: dict[str, str],
            env: dict[str, str],
            port: int,
        ) -> str:
            copy = tmp_path / folder
            _copy(HERE / folder, copy, replace | {"port=8080": f"port={port}"})
            with (tmp_path / "log").open("wb") as log:
                process = subprocess.Popen(
                    [sys.executable, *command],
                    cwd=copy,
                    env=os.environ | {"DOCSYNC_SECRET_KEY": SECRET_KEY} | env,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
            stack.callback(process.wait, 10)
            stack.callback(process.terminate)
            eventually(
                lambda: is_open(port),
                (tmp_path / "log").read_text,
                timeout=START_TIMEOUT,
            )
            return f"http://localhost:{port}"

        yield run


@pytest.fixture
def port() -> int:
    """A port for the site."""
    return free_ports(1)[0]


def _copy(source: Path, target: Path, replace: dict[str, str]) -> None:
    for path in source.rglob("*.*"):
        if path.suffix in {".py", ".html"}:
            text = path.read_text()
            for old, new in replace.items():
                text = text.replace(old, new)
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text)
