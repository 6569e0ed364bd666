"""The folder of the user guide, with everything in it."""

import re
import shutil
import signal
from pathlib import Path

import pytest
import requests

from support.daemon import daemon
from support.ws import connect


FOLDER = Path(__file__).parent / "folder" / "myapp"


@pytest.fixture(scope="module")
def running():
    # From another folder than the application's, under a name with a slash.
    with daemon(apps=[f"{FOLDER}/"], cwd=Path("/")) as running:
        yield running


def get(running, path):
    return requests.get(running.url + path, timeout=20)


def number_on(running, query):
    """Return what the text of a new session says, and what its title is."""
    page = get(running, f"/myapp{query}")
    [token] = re.findall(r' token="([^"]+)"', page.text)
    with connect(running.port, "/myapp/ws", token=token) as ws:
        [model] = ws.enter()["models"]
    return model["fields"]["value"], model["fields"]["title"]


@pytest.mark.parametrize(
    ("query", "number"),
    [("?N=10", "10"), ("", "200"), ("?N=a", "200"), ("?N=1&N=2", "1")],
)
def test_arguments_of_the_request_reach_the_application(running, query, number):
    assert number_on(running, query) == (number, "of the theme")


def test_template_variables_are_in_the_page_as_text(running):
    page = get(running, "/myapp")
    assert "<p>&lt;b&gt;7&lt;/b&gt; Mary Jones</p>" in page.text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("css/special.css", "text/css"),
        ("images/foo.png", "image/png"),
        ("images/bar.png", "image/png"),
        ("js/special.js", "text/javascript"),
    ],
)
def test_static_files_are_served_as_what_they_are(running, path, kind):
    answer = get(running, f"/myapp/static/{path}")
    assert answer.headers["Content-Type"].startswith(kind)
    assert answer.content == (FOLDER / "static" / path).read_bytes()


@pytest.mark.parametrize(
    "path",
    ["static/%2e%2e/main.py", "main.py", "data/things.csv", "models/custom.js"],
)
def test_nothing_else_is_served(running, path):
    assert get(running, f"/myapp/{path}").status_code == 404


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_hooks_are_called_as_the_guide_says(number):
    options = ("--unused-session-lifetime", "2000")
    with daemon(*options, apps=[FOLDER]) as running:
        page = get(running, "/myapp?N=5")
        [token] = re.findall(r' token="([^"]+)"', page.text)
        for tab in ("one", "two"):  # a reconnection runs nothing again
            with connect(running.port, "/myapp/ws", token=token) as ws:
                name = ws.hello(tab)["session"]
        running.wait_for_log(f"cleanup of {name} with N=5")
        number_on(running, "")
        running.stop(number)
        log = running.log()
    assert log.count("helpers are imported") == 1
    assert log.count("on_server_loaded") == log.count("on_server_unloaded") == 1
    assert log.count("on_session_created") == log.count("on_session_destroyed") == 2
    words = ["on_server_loaded", f"on_session_created {name}"]
    words += [f"on_session_destroyed {name}", f"cleanup of {name}"]
    words += ["on_server_unloaded"]
    places = [log.index(word) for word in words]
    assert places == sorted(places)


def test_a_main_is_all_it_takes(tmp_path):
    folder = tmp_path / "myapp"
    folder.mkdir()
    with (
        pytest.raises(AssertionError, match=r"a folder with main\.py or main\.ipynb"),
        daemon(apps=[folder]),
    ):
        pass
    shutil.copy(FOLDER.parents[2] / "apps" / "sliders.py", folder / "main.py")
    with daemon(apps=[folder]) as running:
        assert get(running, "/myapp").status_code == 200
