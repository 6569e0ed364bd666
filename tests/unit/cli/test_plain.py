"""Command lines that are read without Click say what Click reads in them."""

import subprocess
import sys

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncd.cli import serve as command
from syncd.cli.plain import read_plainly
from syncd.cli.serving import Order
from syncd.config import UNAVAILABLE, settings


FLAGS = sorted(
    {setting.flag for setting in settings() if setting.flag}
    | {one.flag for one in UNAVAILABLE if one.flag}
    | {
        "--use-config",
        "--args",
        "--show",
        "--glob",
        "--dev",
        "--help",
        "-h",
        "--dev-file",
    }
)
VALUES = ["a", "app.py", "some/app", "5006", "x=y", "", "-", "-1", "--", "a b", "é"]


@pytest.fixture(scope="module")
def click_reads():
    """Return what Click makes of a command line; `None` if it refuses or helps."""
    asked = []

    def read(words):
        asked.clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(command, "serve_applications", asked.append)
            try:
                command.serve.main(list(words), "serve", standalone_mode=False)
            except click.exceptions.ClickException:
                return None
        return asked[0] if asked else None

    return read


@given(
    words=st.lists(
        st.one_of(
            st.sampled_from(FLAGS),
            st.sampled_from(VALUES),
            st.builds("{}={}".format, st.sampled_from(FLAGS), st.sampled_from(VALUES)),
            st.sampled_from(FLAGS).map(lambda flag: flag[:-1]),
        ),
        max_size=6,
    )
)
def test_what_is_plain_is_what_click_reads(click_reads, words):
    plain = read_plainly(words)
    if plain is not None:
        read = click_reads(words)
        assert read is not None, "Click refuses it"
        told = {name: value for name, value in read.given.items() if value is not None}
        assert plain == Order(paths=read.paths, file=read.file, given=told)


@pytest.mark.parametrize(
    ("line", "given", "paths"),
    [
        ("", {}, ()),
        ("app.py other", {}, ("app.py", "other")),
        ("app.py --port=1 --port 2", {"port": "2"}, ("app.py",)),
        ("--disable-index app.py", {"disable_index": True}, ("app.py",)),
        (
            "--allow-websocket-origin a --allow-websocket-origin=b c",
            {"allow_websocket_origin": ("a", "b")},
            ("c",),
        ),
    ],
)
def test_what_supervisors_write_is_plain(line, given, paths):
    assert read_plainly(line.split()) == Order(paths=paths, given=given)


def test_a_configuration_file_is_plain():
    assert read_plainly(["--use-config", "a.yaml"]) == Order(file="a.yaml")


@pytest.mark.parametrize(
    "line",
    [
        "--help",
        "-h",
        "--prot=1",
        "--port",
        "--port=",
        "--port -1",
        "--disable-index=1",
        "--dev app.py",
        "--show",
        "--glob *.py",
        "--include-headers A",
        "app.py --args --port 1",
        "--",
    ],
)
def test_what_leaves_doubt_is_for_click(line):
    assert read_plainly(line.split()) is None


def test_a_daemon_lives_without_click():
    code = (
        "import sys\n"
        "sys.argv = ['syncd', 'serve', 'nowhere/at/all.py', '--port=0']\n"
        "from syncd.__main__ import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as end:\n"
        "    assert end.code == 1, end.code\n"
        "assert 'syncd.apps' in sys.modules, 'nothing was served'\n"
        "assert 'click' not in sys.modules, 'Click is loaded'\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        timeout=20,
    )
    assert done.returncode == 0, done.stderr
    assert "nowhere/at/all.py" in done.stderr
