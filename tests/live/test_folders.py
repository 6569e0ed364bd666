"""Applications that are folders, their hooks and pages, in a real daemon."""

import html
import re
from pathlib import Path

import pytest
import requests

from support.daemon import daemon as run_daemon
from support.wait import eventually
from support.ws import connect


FOLDERS = Path(__file__).parent / "folders"
APPS = Path(__file__).parent / "apps"


@pytest.fixture(scope="module")
def daemon():
    folders = [FOLDERS / name for name in ("showcase", "fickle")]
    with run_daemon(apps=folders) as running:
        yield running


def get(daemon, path, **options):
    return requests.get(daemon.url + path, timeout=20, **options)


def elements(page):
    """Return the attributes of each element of a page, by the root it shows."""
    found = re.findall(r"<docsync-document ([^>]*)>", page.text)
    parts = [dict(re.findall(r'(\w+)="([^"]*)"', attributes)) for attributes in found]
    return {part.get("root"): part for part in parts}


def sessions(daemon):
    text = get(daemon, "/metrics").text
    found = dict(re.findall(r"^(syncd_sessions\w*) (\d+)", text, re.MULTILINE))
    return int(found["syncd_sessions_total"]), int(found["syncd_sessions"])


def test_a_page_of_its_own_shows_its_variables_escaped_and_its_roots(daemon):
    page = get(daemon, "/showcase?N=7")
    assert page.status_code == 200
    assert "<h1>Hello &lt;script&gt;alert(1)&lt;/script&gt;, 0</h1>" in page.text
    assert "<title>Mary&#39;s &lt;page&gt;</title>" in page.text
    assert 'src="./showcase/autoload.js"' in page.text
    found = elements(page)
    assert found.keys() == {"slider", "told"}
    assert found["slider"]["token"] == found["told"]["token"]
    policy = page.headers["Content-Security-Policy"]
    assert "default-src" not in policy
    assert page.headers["Cache-Control"] == "no-store"


def test_the_document_of_the_page_is_what_its_socket_finds(daemon):
    page = get(daemon, "/showcase/?N=7")
    element = elements(page)["slider"]
    assert element["url"] == "../showcase"
    made, _ = sessions(daemon)
    with connect(daemon.port, "/showcase/ws", token=element["token"]) as ws:
        snapshot = ws.enter("t")
        assert sessions(daemon)[0] == made
    slider, told = (model["fields"] for model in snapshot["models"])
    assert (slider["value"], slider["step"]) == (7, 0.25)
    assert told["value"].startswith("a,b,c")
    assert snapshot["title"] == "Mary's <page>"


def test_hooks_are_called_once_each_and_in_order():
    folder = FOLDERS / "showcase"
    # Long enough for a busy machine to be there before it is over.
    with run_daemon("--unused-session-lifetime", "4000", apps=[folder]) as daemon:
        daemon.wait_for_log("loaded with 0 sessions")
        token = elements(get(daemon, "/showcase?N=1"))["told"]["token"]
        name = token.rpartition(".")[0] or token
        with connect(daemon.port, "/showcase/ws", token=token) as ws:
            assert ws.enter("t")["models"][1]["fields"]["value"] == "a,b,c"
            get(daemon, "/showcase?N=2")
            [change] = ws.receive_type("patch")["changes"]
            assert change["value"] == "a,b,c+1"
        eventually(lambda: daemon.log().count("goodbye of") == 2)
        log = daemon.log()
        assert log.count(f"created {name}: {{}}") == 1
        assert log.count(f"destroyed {name}: True") == 1
        assert log.count("LookupError: nothing stops the others") == 2
        order = [log.index(f"{word} {name}") for word in ("created", "destroyed", "of")]
        assert order == sorted(order)
        assert f"goodbye of {name}: True" in log
    log = daemon.log()
    assert log.count("unloaded with 0 sessions") == 1
    assert log.count("LookupError: nobody minds") == 1
    assert "never awaited" not in log


def test_sessions_that_live_at_the_end_are_destroyed_before_the_application():
    folder = FOLDERS / "showcase"
    with run_daemon(apps=[folder]) as daemon:
        get(daemon, "/showcase?N=1")
        daemon.stop()
        log = daemon.log()
        assert log.index("destroyed ") < log.index("goodbye of")
        assert log.index("goodbye of") < log.index("unloaded with 0")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], set()),
        (["--include-headers", "user-AGENT,x-team"], {"User-Agent", "X-Team"}),
        (["--include-headers", "*"], {"Host", "User-Agent", "X-Team"}),
        (["--exclude-headers", "host"], {"User-Agent", "X-Team"}),
    ],
    ids=["none", "some", "all", "others"],
)
def test_applications_see_the_headers_that_settings_let_through(args, told):
    with run_daemon(*args, apps=[FOLDERS / "showcase"]) as daemon:
        headers = {"X-Team": "7", "Cookie": "a=1", "Accept": None}
        get(daemon, "/showcase?N=1", headers=headers)
        [found] = re.findall(r"created \S+: (.*)", daemon.log())
        seen = set(re.findall(r"'([\w-]+)':", found))
        assert told <= seen if told else not seen
        assert "Cookie" not in seen
        assert ("Host" in seen) == ("Host" in told)


def test_a_list_of_headers_and_one_of_others_contradict_each_other(tmp_path):
    flags = ["--include-cookies", "a", "--exclude-cookies", "b"]
    with (
        pytest.raises(
            AssertionError, match="--exclude-cookies is 'b', expected nothing"
        ),
        run_daemon(*flags, apps=[APPS / "counter.py"]),
    ):
        pass


def test_files_of_its_own_are_served_and_no_others(daemon):
    style = get(daemon, "/showcase/static/css/special.css")
    assert style.text == "h1 { color: green }\n"
    assert style.headers["Content-Type"].startswith("text/css")
    etag = {"If-None-Match": style.headers["ETag"]}
    assert (
        get(daemon, "/showcase/static/css/special.css", headers=etag).status_code == 304
    )
    part = {"Range": "bytes=0-1"}
    assert get(daemon, "/showcase/static/css/special.css", headers=part).text == "h1"
    for path in ("../main.py", "%2e%2e/main.py", "..%2fmain.py", "css", "nope.js"):
        assert get(daemon, f"/showcase/static/{path}").status_code == 404
    assert get(daemon, "/showcase/data.csv").status_code == 404
    assert get(daemon, "/showcase/static/manifest.json").status_code == 404
    assert get(daemon, "/fickle/static/manifest.json").status_code == 200
    assert get(daemon, "/static/manifest.json").status_code == 200


def test_a_page_that_fails_says_so_and_the_next_one_is_tried_again(daemon):
    page = get(daemon, "/fickle?fail=yes")
    assert page.status_code == 500
    assert page.headers["Cache-Control"] == "no-store"
    assert "holiday" not in page.text
    number = re.search(r"\(error (\S+)\)", page.text)[0]
    daemon.wait_for_log(f"could not build its document {number}")
    assert get(daemon, "/fickle").status_code == 200
    assert get(daemon, "/fickle?fail=yes").status_code == 500


def test_in_development_the_page_has_the_traceback():
    with run_daemon("--dev", apps=[FOLDERS / "fickle"]) as daemon:
        page = get(daemon, "/fickle?fail=yes")
        assert page.status_code == 500
        assert "LookupError: the &lt;database&gt; is on holiday" in page.text
        assert "main.py&#34;, line 9, in &lt;module&gt;" in page.text


def test_a_template_that_fails_is_an_error_of_the_page(daemon):
    page = get(daemon, "/fickle?fail=page")
    assert page.status_code == 500
    number = re.search(r"\(error (\S+)\)", page.text)[0]
    daemon.wait_for_log(f"the page of /fickle failed {number}")


def test_a_page_brings_the_visitor_into_the_session_of_an_id(daemon):
    for name in ("docsync-session-id", "bokeh-session-id"):
        page = get(daemon, f"/fickle?{name}=shared-by-all&N=1")
        element = elements(page)[None]
        assert element["token"] == "shared-by-all"
        assert html.unescape(element["arguments"]) == '{"N": ["1"]}'
    header = {"Bokeh-Session-Id": "shared-by-all"}
    assert elements(get(daemon, "/fickle", headers=header))[None]["token"] == (
        "shared-by-all"
    )
    both = get(daemon, "/fickle?bokeh-session-id=a", headers=header)
    assert both.status_code == 403
    assert get(daemon, "/fickle?bokeh-session-id=").status_code == 400
    assert get(daemon, "/fickle?bokeh-token=%20garbage").status_code == 403


def test_whoever_only_asks_makes_no_session(daemon):
    before, _ = sessions(daemon)
    assert requests.head(f"{daemon.url}/fickle", timeout=20).status_code == 200
    assert (
        get(daemon, "/fickle", headers={"Sec-Purpose": "prefetch"}).status_code == 200
    )
    image = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert get(daemon, "/fickle", headers=image).status_code == 200
    get(daemon, "/fickle/autoload.js")
    get(daemon, "/fickle/metadata")
    assert sessions(daemon)[0] == before
    get(daemon, "/fickle")
    assert sessions(daemon)[0] == before + 1
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    get(daemon, "/fickle", headers=link)
    assert sessions(daemon)[0] == before + 2


@pytest.mark.parametrize("name", ["größe", "a b", "50%"])
@pytest.mark.parametrize(
    "args", [[], ["--session-ids", "signed"]], ids=["unsigned", "signed"]
)
def test_a_name_may_have_any_letters(tmp_path, name, args):
    path = tmp_path / f"{name}.py"
    path.write_text("from syncd.io import curdoc\ncurdoc().title = 'there'\n")
    with run_daemon(*args, apps=[path]) as daemon:
        page = get(daemon, "/")  # leads to the only one
        element = elements(page)[None]
        address = element["url"].removeprefix(".")
        with connect(daemon.port, f"{address}/ws", token=element["token"]) as ws:
            assert ws.enter("t")["title"] == "there"
