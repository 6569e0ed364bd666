"""Modules that are loaded when somebody touches them."""

import importlib
import os
import subprocess
import sys
from threading import Barrier, Thread

import pytest

from syncd.deferred import defer, once_imported


@pytest.fixture
def module(tmp_path, monkeypatch):
    """Return a function that writes a module of which nobody has heard."""
    monkeypatch.syspath_prepend(tmp_path)
    names = []

    def write(name, source="loaded = True\n"):
        path = tmp_path.joinpath(*name.split("."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".py").write_text(source)
        importlib.invalidate_caches()
        names.append(name)
        return name

    yield write
    for name in names:
        sys.modules.pop(name, None)


@pytest.fixture
def log(monkeypatch):
    """Return a list that modules may note in, as ``sys.log``, that they run."""
    monkeypatch.setattr(sys, "log", found := [], raising=False)
    return found


NOTING = "import sys\nsys.log.append(__name__)\nvalue = 7\n"


def test_a_deferred_module_runs_when_it_is_first_touched(module, log):
    name = module("deferred_a", NOTING)
    defer(name)
    found = importlib.import_module(name)
    assert log == []
    assert found.value == 7
    assert found.value == 7
    assert log == [name]
    assert vars(found)["__file__"].endswith("deferred_a.py")


def test_importing_from_a_deferred_module_loads_it(module, log):
    name = module("deferred_b", NOTING)
    defer(name)
    scope = {}
    exec(f"from {name} import value", scope)
    assert scope["value"] == 7
    assert log == [name]


def test_what_a_deferred_module_lacks_is_an_attribute_error(module):
    name = module("deferred_c")
    defer(name)
    found = importlib.import_module(name)
    for _ in range(2):
        with pytest.raises(AttributeError, match="missing"):
            _ = found.missing


def test_what_is_set_in_a_deferred_module_stays(module, log):
    name = module("deferred_s", NOTING)
    defer(name)
    found = importlib.import_module(name)
    found.value = 9
    assert log == [name]
    assert found.value == 9
    del found.value
    assert not hasattr(found, "value")


def test_a_deferred_module_lists_all_that_is_in_it(module, log):
    name = module("deferred_l", NOTING)
    defer(name)
    assert "value" in dir(importlib.import_module(name))


def test_what_comes_then_happens_before_others_see_the_module(module):
    name = module("deferred_d", "value = 1\n")

    def patch():
        sys.modules[name].value = 2

    defer(name, patch)
    assert importlib.import_module(name).value == 2


def test_a_module_that_is_there_already_is_not_deferred(module, log):
    name = module("deferred_e", NOTING)
    before = importlib.import_module(name)
    done = []
    defer(name, lambda: done.append(1))
    assert importlib.import_module(name) is before
    assert done == [1]


def test_a_deferred_module_of_a_package_is_found_in_it(module, log):
    module("deferred_p.__init__", "")
    name = module("deferred_p.inner", NOTING)
    package = importlib.import_module("deferred_p")
    defer(name)
    assert log == []
    assert package.inner.value == 7
    sys.modules.pop("deferred_p")


def test_a_module_that_fails_is_tried_again(module, log):
    source = NOTING + "if len(sys.log) < 2: raise ImportError('not yet')\nafter = 8\n"
    name = module("deferred_f", source)
    defer(name)
    found = importlib.import_module(name)
    with pytest.raises(ImportError, match="not yet"):
        _ = found.after
    assert found.after == 8


def test_threads_that_touch_a_module_at_once_all_find_it_whole(module, log):
    source = f"import time\ntime.sleep(0.05)\n{NOTING}"
    name = module("deferred_g", source)
    defer(name)
    found, start, values = importlib.import_module(name), Barrier(4), []

    def touch():
        start.wait()
        values.append(found.value)

    threads = [Thread(target=touch) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert values == [7] * 4
    assert log == [name]


def test_who_watches_is_told_of_the_import_and_only_once(module, log):
    name = module("watched_a", NOTING)
    once_imported(name, lambda: log.append("then"))
    assert log == []
    found = importlib.import_module(name)
    assert log == [name, "then"]
    assert type(found.__loader__).__name__ == "SourceFileLoader"
    assert found.__spec__.loader is found.__loader__
    importlib.reload(found)
    assert log == [name, "then", name]


def test_who_watches_is_told_of_the_import_also_when_somebody_has_only_looked(
    module, log
):
    name = module("watched_c", NOTING)
    once_imported(name, lambda: log.append("then"))
    assert importlib.util.find_spec(name) is not None
    assert log == []
    importlib.import_module(name)
    assert log == [name, "then"]


DEADLOCK = """
import _thread, sys, threading
from functools import partial
from importlib import import_module
from syncd.deferred import defer

defer("touched", partial(import_module, "beside"))
threads = [
    threading.Thread(target=exec, args=(code, {}))
    for code in ("import touched; touched.value", "import beside")
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(10)
assert not any(thread.is_alive() for thread in threads)
"""


def test_threads_that_touch_and_import_do_not_wait_for_each_other(module, tmp_path):
    module("touched", "import time\ntime.sleep(0.05)\nvalue = 7\n")
    module("beside", "import time\ntime.sleep(0.2)\nimport touched\ntouched.value\n")
    path = os.pathsep.join([str(tmp_path), *sys.path])
    env = {**os.environ, "PYTHONPATH": path}
    for _ in range(2):
        subprocess.run(
            [sys.executable, "-c", DEADLOCK], check=True, timeout=60, env=env
        )


def test_who_watches_for_what_is_there_is_told_at_once(module, log):
    name = module("watched_b", NOTING)
    importlib.import_module(name)
    once_imported(name, lambda: log.append("then"))
    assert log == [name, "then"]


SERVING = """
import sys
sys.argv = ["syncd", "serve"]
import syncd.__main__
"""

LATE = {"asyncio", "html.entities", "syncd.palettes", "_ssl", "_hashlib", "_ctypes"}

TOUCHES = [
    "from ssl import SSLContext",
    "import ssl; ssl.SSLContext",
    "import gevent.ssl",
    "import asyncio, subprocess; subprocess.Popen",
    "from subprocess import Popen",
    "import gevent.subprocess",
]

PATCHED = """
from gevent import monkey
import gevent.ssl, gevent.subprocess, ssl, subprocess
assert ssl.SSLContext is gevent.ssl.SSLContext
assert ssl.SSLSocket is gevent.ssl.SSLSocket
assert subprocess.Popen is gevent.subprocess.Popen
assert monkey.is_module_patched("ssl")
assert monkey.is_module_patched("subprocess")
"""


def run(code):
    """Return what a process prints in which the command begins to serve."""
    command = [sys.executable, "-W", "error", "-c", SERVING + code]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert result.stderr == ""
    return result.stdout.split()


def test_a_daemon_starts_without_what_few_use():
    code = "import syncd.server.daemon, syncd.plotting; print(*sys.modules)"
    assert LATE.isdisjoint(run(code))


@pytest.mark.parametrize("touch", TOUCHES)
def test_what_a_daemon_starts_without_is_patched_when_it_comes(touch):
    assert run(touch + PATCHED) == []
