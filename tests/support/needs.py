"""Real programs that tests drive, or a skip with a visible reason.

In CI a skip is a failure (``tests/conftest.py``), so there they are never missing.
"""

import os
import shutil
import sys
from pathlib import Path

import pytest


# The environment's own programs first; Debian keeps daemons in /usr/sbin,
# which only root has on PATH.
_PATH = os.pathsep.join(
    [str(Path(sys.executable).parent), os.environ.get("PATH", ""), "/usr/sbin"]
)

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",  # Chromium refuses to run as root with it
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def program(name: str) -> str:
    """Return the path of a program."""
    found = shutil.which(name, path=_PATH)
    if found is None:
        pytest.skip(f"{name} is not installed; `make test` as root on Debian does")
    return found


def chromium() -> str:
    """Return the path of Debian's browser, for ``executable_path``.

    Preferred is Chromium without the windows around the pages. The whole one makes a
    window for every page, whose address bar alone loads 200 scripts of its own: that
    took two thirds of the processors' time of the tests in a browser.
    """
    shell = shutil.which("chromium-headless-shell", path=_PATH)
    return shell or program("chromium")


def node() -> str:
    """Return the path of the pinned Node."""
    return program("node")
