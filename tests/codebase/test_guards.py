"""The guards in `tests/conftest.py` guard."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


CONFTEST = Path(__file__).parent.parent / "conftest.py"

SKIPPED_TEST = """
import pytest
@pytest.mark.skip(reason="no such program")
def test_nothing(): pass
"""

SKIPPED_MODULE = """
import pytest
pytest.skip("no such program", allow_module_level=True)
"""

XFAILED = """
import pytest
@pytest.mark.xfail(reason="known")
def test_nothing(): assert False
"""

LEAKED_APP_CONTEXT = """
import flask
def test_nothing(): flask.Flask("leaky").app_context().push()
"""

LEAKED_GREENLET = """
import gevent
def test_nothing(): gevent.spawn(gevent.sleep, 60)
"""

LEAKED_SETTING = """
import os
def test_nothing(): os.environ["DOCSYNC_URL"] = "/"
"""

INHERITED_SETTING = """
import os
def test_nothing(): assert "DOCSYNC_SECRET_KEY" not in os.environ
"""


LEAKED_THREAD = """
import threading
def test_nothing(): threading.Thread(target=threading.Event().wait).start()
"""


def run(folder: Path, source: str, **environment: str) -> tuple[int, str]:
    shutil.copy(CONFTEST, folder)
    (folder / "test_it.py").write_text(source)
    (folder / "pytest.toml").write_text(
        "[pytest]\nmarkers=['browser','deploy','live']\n"
    )
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "."],
        cwd=folder,
        env={k: v for k, v in os.environ.items() if k != "CI"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stdout + result.stderr


@pytest.mark.parametrize(
    "source", [SKIPPED_TEST, SKIPPED_MODULE], ids=["test", "module"]
)
def test_a_skip_fails_in_ci(tmp_path, source):
    status, output = run(tmp_path, source, CI="true")
    assert status not in (0, 5), output
    assert "skipped in CI: " in output
    assert "no such program" in output


def test_a_skip_passes_elsewhere(tmp_path):
    status, output = run(tmp_path, SKIPPED_TEST)
    assert status == 0, output
    assert "1 skipped" in output


def test_an_expected_failure_is_no_skip(tmp_path):
    status, output = run(tmp_path, XFAILED, CI="true")
    assert status == 0, output


@pytest.mark.parametrize(
    ("source", "message"),
    [
        pytest.param(LEAKED_APP_CONTEXT, "left app contexts pushed", id="app-context"),
        pytest.param(LEAKED_GREENLET, "left greenlets running", id="greenlet"),
        pytest.param(LEAKED_SETTING, "left settings", id="setting"),
    ],
)
def test_a_leak_fails(tmp_path, source, message):
    status, output = run(tmp_path, source)
    assert status == 1, output
    assert message in output


def test_settings_of_the_caller_are_forgotten(tmp_path):
    status, output = run(tmp_path, INHERITED_SETTING, DOCSYNC_SECRET_KEY="x" * 32)
    assert status == 0, output


def test_a_thread_left_behind_fails_instead_of_waiting(tmp_path):
    status, output = run(tmp_path, LEAKED_THREAD)
    assert status == 1, output
    assert "1 passed" in output
    assert "tests left threads running" in output
