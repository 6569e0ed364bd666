"""The starter passes its own tests, from a clean copy and outside of the tree."""

import os
import shutil
import subprocess
import sys

from support.tree import ROOT


STARTER = ROOT / "examples" / "flask_starter"


def test_the_starter_passes_its_own_tests(tmp_path):
    copy = tmp_path / "starter"
    shutil.copytree(
        STARTER, copy, ignore=shutil.ignore_patterns("__pycache__", ".pytest_cache")
    )
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error"],
        cwd=copy,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert " passed" in result.stdout
    assert "skipped" not in result.stdout
