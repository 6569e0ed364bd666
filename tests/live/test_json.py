"""``syncd json``: documents of applications that no server runs."""

import json
import subprocess
import sys

import pytest

from support.daemon import START_TIMEOUT
from support.tree import ROOT
from syncd import __version__
from syncd.document import Document
from syncd.models import Slider


APP = """
import sys
from syncd.io import curdoc
from syncd.models import Slider

assert curdoc().session_context is None
curdoc().add_root(Slider(title="|".join(sys.argv[1:]), start=0, end=10, value=3))
curdoc().title = "One slider"
"""


@pytest.fixture
def run(tmp_path):
    def run(*args):
        return subprocess.run(
            [sys.executable, "-m", "syncd", "json", *map(str, args)],
            capture_output=True,
            text=True,
            timeout=START_TIMEOUT,
            check=False,
            cwd=tmp_path,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
        )

    return run


@pytest.fixture
def app(tmp_path):
    path = tmp_path / "one.py"
    path.write_text(APP)
    return path


def test_a_document_becomes_a_file_of_one_line(run, app, tmp_path):
    done = run(app)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = (tmp_path / "one.json").read_text()
    assert text.count("\n") == 1
    document = json.loads(text)
    assert document["title"] == "One slider"
    assert document["version"] == __version__
    [slider] = Document.from_json(document).roots
    assert isinstance(slider, Slider)
    assert slider.value == 3


def test_a_document_may_be_printed_for_people_and_gets_arguments(run, app, tmp_path):
    done = run("-o", "-", "--indent=2", app, "--args", "--fast", "x")
    assert done.returncode == 0
    assert done.stdout.startswith('{\n  "')
    assert "--fast|x" in done.stdout
    assert json.loads(done.stdout)["title"] == "One slider"
    assert [path.name for path in tmp_path.iterdir()] == ["one.py"]


def test_several_applications_have_a_file_each(run, app, tmp_path):
    other = tmp_path / "two.py"
    other.write_text(APP.replace("One", "Two"))
    assert run(app, other, "-o", "first").returncode == 0
    assert json.loads((tmp_path / "first").read_text())["title"] == "One slider"
    assert json.loads((tmp_path / "two.json").read_text())["title"] == "Two slider"


def test_more_files_than_applications_are_an_error(run, app):
    done = run(app, "-o", "a", "-o", "b")
    assert done.returncode == 1
    assert done.stderr.startswith("syncd: -o is 'a, b', expected at most once")


def test_an_application_that_fails_writes_nothing(run, tmp_path):
    (tmp_path / "bad.py").write_text("import sys\nprint(1 / 0)\n")
    done = run(tmp_path / "bad.py")
    assert done.returncode == 1
    assert 'bad.py", line 2' in done.stderr
    assert done.stderr.splitlines()[-1].startswith("syncd: ")
    assert "ZeroDivisionError" in done.stderr
    assert not (tmp_path / "bad.json").exists()


@pytest.mark.parametrize(
    ("module", "advice"),
    [
        ("bokeh.io", "Import from syncd instead"),
        ("syncd.server.tornado", "`syncd serve SCRIPT`"),
        ("syncd.nowhere", "docs/compatibility.md"),
    ],
)
def test_a_module_that_there_is_not_is_an_error_with_advice(
    run, tmp_path, module, advice
):
    path = tmp_path / "foreign.py"
    path.write_text(f"import {module}\n")
    done = run(path)
    assert done.returncode == 1
    assert "foreign.py:1: ModuleNotFoundError" in done.stderr
    assert advice in done.stderr


def test_no_session_begins(run, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "main.py").write_text(APP)
    hook = "def {}(context):\n    print('called')\n"
    names = ("on_server_loaded", "on_session_created", "on_session_destroyed")
    (folder / "app_hooks.py").write_text("".join(map(hook.format, names)))
    (folder / "theme.yaml").write_text("attrs: {Slider: {bar_color: red}}")
    done = run(folder, "-o", "-")
    assert (done.returncode, done.stderr) == (0, "")
    assert "called" not in done.stdout
    [slider] = Document.from_json(json.loads(done.stdout)).roots
    assert slider.bar_color == "red"


def test_a_place_that_cannot_be_written_is_one_line(run, app):
    done = run(app, "-o", "/nope/one.json")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "a file that can be written" in done.stderr


def test_something_to_write_must_be_named(run):
    done = run()
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
