"""What an import brings along, in a fresh interpreter each."""

import json
import subprocess
import sys

import pytest

from support.tree import module_name, sources


LOOPS = {"gevent", "geventwebsocket"}

PURE = [
    "flask_docsync",
    "syncd",
    "syncd.client",
    "syncd.document",
    "syncd.layouts",
    "syncd.model",
    "syncd.models",
    "syncd.plotting",
    "syncd.protocol",
    "syncd.session",
]


def imported_by(module: str) -> set[str]:
    """Return the names of all modules that importing one loads."""
    script = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert not result.stderr
    return set(json.loads(result.stdout))


def below(names: set[str], packages: set[str]) -> set[str]:
    return {
        name
        for name in names
        if any(name == p or name.startswith(f"{p}.") for p in packages)
    }


@pytest.mark.parametrize("module", PURE)
def test_a_web_worker_gets_neither_gevent_nor_the_server(module):
    assert not below(imported_by(module), LOOPS | {"syncd.server"})


def test_numpy_and_pandas_are_never_required():
    assert not below(imported_by("syncd.plotting, syncd.models"), {"numpy", "pandas"})


def test_the_daemon_never_loads_flask():
    modules = [module_name(path) for path in sources("syncd")]
    # Importing the entry point patches the standard library; it comes alone.
    names = ", ".join(name for name in modules if not name.endswith("__main__"))
    assert not below(imported_by(names), {"flask", "flask_docsync"})


def test_importing_the_entry_point_patches_nothing():
    script = (
        "import socket; before = socket.socket; import syncd.__main__; "
        "assert socket.socket is before"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


# A module's packages are imported before it, so a process that has done that is forked
# for each of their modules; what comes along with a package is not a start of its own.
IMPORT_EACH = """
import importlib, os, sys
import click, flask, gevent, geventwebsocket, msgspec, requests, websockets, werkzeug

def start_with(name):
    try:
        importlib.import_module(name)
    except BaseException as error:
        print(f"{name}: {error!r}", flush=True)
        return
    start_in(name)

def start_in(package):
    for name in sys.argv[1:]:
        if name.rpartition(".")[0] != package:
            continue
        if name in sys.modules:
            start_in(name)
        elif child := os.fork():
            os.waitpid(child, 0)
        else:
            start_with(name)
            os._exit(0)

start_in("")
"""


@pytest.mark.timeout(240)
def test_every_module_can_be_imported_first():
    """A cycle of imports shows only if one starts at the wrong end."""
    names = [module_name(path) for path in sources()]
    result = subprocess.run(
        [sys.executable, "-c", IMPORT_EACH, *names],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not result.stdout.splitlines()
