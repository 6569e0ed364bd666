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
    """Return the path of Debian's browser, for ``executable_path``."""
    return program("chromium")


def node() -> str:
    """Return the path of the pinned Node."""
    return program("node")
