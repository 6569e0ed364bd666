"""The wheel, installed where there is no Node, gives a working daemon."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import requests

from support.daemon import daemon
from support.tree import ROOT


pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

APP = """
from syncd.io import curdoc
from syncd.models import Slider

curdoc().add_root(Slider(title="a", start=0, end=1, value=0.5))
"""


def run(*command: object, **options: object) -> str:
    result = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        **options,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation"),
        *("--outdir", folder, ROOT),
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The programs' folder of an environment that holds nothing but the wheel."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    pins = ROOT / "requirements-dev.txt"
    pip = (sys.executable, "-m", "pip", "--python", folder)
    run(*pip, "install", "--quiet", "--no-compile", "--constraint", pins, wheel)
    return folder / "bin"


def test_wheel_holds_the_packages_and_the_bundle(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {"syncd/py.typed", "flask_docsync/py.typed"} <= set(names)
    bundle = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "syncd" / "static").rglob("*")
        if path.is_file()
    }
    assert bundle
    assert bundle <= set(names)
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "flask_docsync",
        "syncd",
    }


def test_installed_daemon_serves_a_page_without_node(installed, tmp_path):
    alone = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PATH", "PYTHONPATH", "VIRTUAL_ENV"}
    } | {"PATH": str(installed)}
    options = {"cwd": tmp_path, "env": alone}
    assert "serve" in run(installed / "syncd", "--help", **options)
    assert len(run(installed / "syncd", "secret", **options).strip()) >= 32

    (tmp_path / "alone.py").write_text(APP)
    with daemon(
        apps=["alone.py"], cwd=tmp_path, python=installed / "python", env=alone
    ) as running:
        script = requests.get(f"{running.url}/alone/autoload.js", timeout=20)
        assert script.status_code == 200
        page = requests.get(f"{running.url}/alone", timeout=20)
        assert page.status_code == 200
        assert "docsync-document" in page.text
