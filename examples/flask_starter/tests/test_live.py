"""The live pages, with a real syncd."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app import create_app
from flask_docsync import pull_session
from syncd.models import HoverTool

from .conftest import KEY


SCRIPTS = Path(__file__).parent.parent / "app" / "docsync"
APPLICATIONS = [str(SCRIPTS / "sliders.py"), str(SCRIPTS / "bars.py")]


@pytest.fixture(scope="module")
def control_url(tmp_path_factory):
    path = tmp_path_factory.mktemp("syncd") / "c.sock"
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "syncd", "serve", *APPLICATIONS, "--port", "0"),
            *("--control-bind", f"unix://{path}", "--session-ids", "external-signed"),
        ],
        env=os.environ | {"DOCSYNC_SECRET_KEY": KEY},
    )
    try:
        deadline = time.monotonic() + 20
        while not path.exists():
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield f"unix://{path}"
    finally:
        process.terminate()
        assert process.wait(10) == 0


@pytest.fixture
def app(control_url):
    return create_app(
        SECRET_KEY="a key of the tests",
        DOCSYNC_SECRET_KEY=KEY,
        DOCSYNC_URL="/docsync",
        DOCSYNC_CONTROL_URL=control_url,
        TESTING=True,
    )


def session_of(app, page, name="sliders"):
    token = re.search(
        rf'<docsync-document url="/docsync/{name}" token="([^"]+)"', page
    )[1]
    with app.app_context():
        return pull_session(token, name)


def test_the_sliders_shape_the_curve(app, client, log_in):
    log_in()
    page = client.get("/sliders")
    assert page.text.count('src="/docsync/sliders/autoload.js"') == 1
    session = session_of(app, page.text)
    inputs, plot = session.document.roots[0].children
    assert [item.title for item in inputs.children] == [
        "title",
        "offset",
        "amplitude",
        "phase",
        "frequency",
    ]
    with session:
        inputs.children[1].value = 2.0
        inputs.children[0].value = "another title"
    inputs, plot = session_of(app, page.text).document.roots[0].children
    assert plot.title.text == "another title"
    (renderer,) = plot.renderers
    y = renderer.data_source.data["y"]
    assert len(y) == 200
    assert y[0] == 2.0


def test_every_visit_has_a_session_of_its_own(client, log_in):
    log_in()
    tokens = {
        re.search(r'token="([^"]+)"', client.get("/sliders").text)[1] for _ in range(3)
    }
    assert len(tokens) == 3


def test_the_special_page_is_customised_before_it_is_shown(app, client, log_in):
    log_in()
    plot = session_of(app, client.get("/special").text).document.roots[0].children[1]
    assert plot.title.text == "Special Sliders For A Specific User!"


@pytest.mark.parametrize(("path", "count"), [("/bars", 12), ("/bars/48", 48)])
def test_there_are_as_many_bars_as_the_address_says(app, client, log_in, path, count):
    log_in()
    session = session_of(app, client.get(path).text, "bars")
    plot, _ = session.document.roots[0].children
    (renderer,) = plot.renderers
    assert list(renderer.data_source.data["day"]) == list(range(1, count + 1))
    assert plot.title.text.endswith(f"bugs found in {count} days")
    (hover,) = session.document.select(HoverTool)
    assert hover.tooltips == [("day", "@day"), ("bugs", "@bugs")]


def test_nobody_gets_more_bars_than_there_is_room_for(client, log_in):
    log_in()
    assert [client.get(f"/bars/{n}").status_code for n in (0, 1, 90, 91)] == [
        404,
        200,
        200,
        404,
    ]


def test_pages_with_documents_have_no_inline_scripts_or_styles(client, log_in):
    log_in()
    for path in ("/sliders", "/special", "/bars"):
        page = client.get(path).text
        assert page.count("<script") == page.count('<script type="module" src="') == 1
        assert "<style" not in page
        assert " style=" not in page
