"""The public listener's pages, scripts and files."""

import html
import json
import re
import socket
from pathlib import Path

import pytest
import requests

from support.daemon import daemon as run_daemon
from support.ws import RefusedError, connect


APPS = Path(__file__).parent / "apps"
STATIC = Path(__file__).parents[2] / "syncd" / "static"
POLICY = "default-src 'self'"


@pytest.fixture
def get(daemon):
    def get(path, **options):
        options = {"allow_redirects": False, "timeout": 5} | options
        return requests.request(
            options.pop("method", "GET"), daemon.url + path, **options
        )

    return get


def test_the_index_lists_the_apps(get):
    page = get("/")
    assert page.status_code == 200
    assert re.findall(r'<a href="([^"]+)">', page.text) == [
        "broken",
        "counter",
        "quitter",
    ]


@pytest.mark.parametrize(
    ("path", "script"),
    [
        ("/counter", "./counter/autoload.js"),
        ("/counter/", "../counter/autoload.js"),
    ],
)
def test_a_page_names_everything_relative_to_itself(get, path, script):
    page = get(path)
    assert page.status_code == 200
    assert f'<script type="module" src="{script}"></script>' in page.text
    assert "<docsync-document" in page.text
    assert 'src="/' not in page.text
    assert 'href="/' not in page.text


def test_a_page_needs_no_exception_from_its_policy(get):
    page = get("/counter?x=<script>")
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith(POLICY)
    assert "unsafe" not in policy
    assert not re.search(r"<script(?![^>]*\bsrc=)", page.text)
    assert "<style" not in page.text
    assert " style=" not in page.text
    assert not re.search(r"\son[a-z]+=", page.text)


def test_a_pages_query_becomes_arguments(get):
    page = get("/counter?N=1&N=2&q=%3C%22")
    [found] = re.findall(r'arguments="([^"]*)"', page.text)
    assert json.loads(html.unescape(found)) == {"N": ["1", "2"], "q": ['<"']}


@pytest.mark.parametrize("query", ["y=%ff", "y=\xff"])
def test_bytes_of_a_query_that_are_no_text_reach_the_application(daemon, query):
    """As they do in Bokeh. The page says them as it can, and still connects."""
    with socket.create_connection(("127.0.0.1", daemon.port), 20) as sock:
        path = f"/counter?docsync-session-id=bytes-{len(query)}&{query}"
        request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        sock.sendall(request.encode("latin-1"))
        page = b"".join(iter(lambda: sock.recv(65536), b"")).decode()
    [found] = re.findall(r'arguments="([^"]*)"', page)
    told = json.loads(html.unescape(found))
    assert told == {"y": ["%FF"]}
    with connect(daemon.port, "/counter/ws", token=f"bytes-{len(query)}") as ws:
        snapshot = ws.enter("t", arguments=told)
        text = snapshot["models"][0]["fields"]["text"]
        assert r"'arguments': {'y': [b'\xff']}" in text


def test_every_answer_says_how_it_may_be_used(get):
    for path in ("/", "/counter", "/counter/autoload.js", "/healthz", "/nope"):
        answer = get(path)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert "Origin" in answer.headers["Vary"]


def test_a_page_makes_one_session_which_its_socket_finds(get, daemon):
    get("/counter/autoload.js")
    before = sessions(get)
    page = get("/counter")
    assert sessions(get) == before + 1
    [token] = re.findall(r' token="([^"]+)"', page.text)
    with connect(daemon.port, "/counter/ws", token=token) as ws:
        ws.enter("t")
        assert sessions(get) == before + 1


def sessions(get):
    return int(
        re.findall(r"^syncd_sessions_total (\d+)", get("/metrics").text, re.MULTILINE)[
            0
        ]
    )


def test_autoload_is_the_same_for_all_and_checked_by_its_hash(get):
    script = get("/counter/autoload.js")
    assert script.headers["Content-Type"].startswith("text/javascript")
    assert script.headers["Cache-Control"] == "no-cache"
    etag = script.headers["ETag"]
    again = get("/broken/autoload.js", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_autoload_imports_a_file_that_exists(get):
    script = get("/counter/autoload.js").text
    [name] = re.findall(r'from "\.\./static/([^"]+)"', script)
    answer = get(f"/static/{name}")
    assert answer.status_code == 200
    assert answer.content == (STATIC / name).read_bytes()
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "immutable" in answer.headers["Cache-Control"]


def test_a_compressed_variant_is_sent_to_who_takes_it(get):
    [name] = [path.name for path in STATIC.glob("docsync-*.js")]
    plain = get(f"/static/{name}", headers={"Accept-Encoding": "identity"})
    packed = get(f"/static/{name}", headers={"Accept-Encoding": "gzip"})
    refused = get(f"/static/{name}", headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in refused.headers
    assert int(packed.headers["Content-Length"]) < int(plain.headers["Content-Length"])
    assert packed.content == plain.content
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in packed.headers["Vary"]


@pytest.mark.parametrize(
    "path", ["/static/", "/static/nope.js", "/static/..%2ftokens.py", "/static/%00"]
)
def test_nothing_else_is_sent(get, path):
    assert get(path).status_code == 404


def test_scripts_can_import_what_embeds(get):
    assert re.search(r"export \{ embed \};", get("/counter/autoload.js").text)


def test_any_site_may_load_scripts_to_be_told_what_it_may_not_do(get, daemon):
    (name,) = re.findall(r"/static/([^\"]+)", get("/counter/autoload.js").text)
    for path in ("/counter/autoload.js", f"/static/{name}"):
        answer = get(path, headers={"Origin": "http://stranger.com"})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("path", ["/counter", "/counter/metadata", "/healthz"])
def test_other_answers_are_for_sites_that_may_open_documents(get, daemon, path):
    allowed, other = f"http://localhost:{daemon.port}", "http://stranger.com"
    fine = get(path, headers={"Origin": allowed})
    assert fine.headers["Access-Control-Allow-Origin"] == allowed
    refused = get(path, headers={"Origin": other})
    assert "Access-Control-Allow-Origin" not in refused.headers


def test_the_log_says_how_to_let_a_refused_site_in(daemon):
    opening = connect(daemon.port, "/counter/ws", origin="http://stranger.com")
    with pytest.raises(RefusedError, match="403"), opening:
        pass
    daemon.wait_for_log(
        "pages of 'http://stranger.com' may not open documents here; if they should,"
        " start syncd with --allow-websocket-origin"
    )


def test_asking_beforehand_gives_the_answer_of_the_upgrade(get, daemon):
    def probe(body, **headers):
        answer = get("/counter/ws", method="POST", data=body, headers=headers)
        return answer.status_code, answer.json()

    assert probe("{}") == (200, {"ok": True})
    assert probe('{"token": "a"}') == (200, {"ok": True})
    assert probe('{"token": "a b"}')[1]["error"] == "bad_token"
    assert probe('{"resume": "a"}')[1]["error"] == "bad_token"
    assert probe('{"token": "a", "resume": "b"}')[1]["error"] == "bad_handshake"
    for body in ("", "nonsense", "[]", '{"token": 1}', '{"x": 1}', "[" * 4000):
        expected = 200 if body == "" else 400
        assert probe(body)[0] == expected
    assert probe("{}", Origin="http://evil.com")[1]["error"] == "origin_refused"
    answer = get("/nope/ws", method="POST", data="{}")
    assert (answer.status_code, answer.json()["error"]) == (404, "unknown_app")


def test_a_long_body_is_not_read(get):
    answer = get("/counter/ws", method="POST", data=b"x" * 100_000)
    assert answer.status_code == 413


def test_methods(get):
    assert get("/counter", method="HEAD").content == b""
    assert get("/counter", method="POST").status_code == 405
    assert "GET" in get("/counter", method="POST").headers["Allow"]
    answer = get("/counter/ws", method="OPTIONS")
    assert answer.status_code == 204
    assert "POST" in answer.headers["Allow"]


def test_metadata(get):
    assert get("/counter/metadata").json() == {"url": "/counter", "data": {}}


def test_the_state_of_the_process(get):
    assert get("/healthz").text == "ok\n"
    assert get("/readyz").text == "ready\n"
    assert "syncd_sessions " in get("/metrics").text
    assert get("/favicon.ico").headers["Content-Type"].startswith("image/")


def test_an_only_app_is_where_the_index_leads():
    with run_daemon(apps=[APPS / "counter.py"]) as daemon:
        answer = requests.get(f"{daemon.url}/?N=1", allow_redirects=False, timeout=20)
        assert answer.status_code == 302
        assert answer.headers["Location"] == "./counter?N=1"
        assert requests.get(f"{daemon.url}/", timeout=20).status_code == 200


def test_a_prefix_stands_in_front_of_everything():
    with run_daemon("--prefix", "docsync", apps=[APPS / "counter.py"]) as daemon:
        for path in ("/counter", "/healthz", "/static/manifest.json", "/"):
            answer = requests.get(f"{daemon.url}/docsync{path}", timeout=20)
            assert answer.status_code == 200
            bare = requests.get(f"{daemon.url}{path}", timeout=20)
            assert bare.status_code == 404


def test_without_an_index_strangers_find_nothing():
    with run_daemon(
        "--disable-index", "--session-ids=external-signed", apps=[APPS / "counter.py"]
    ) as daemon:
        assert requests.get(f"{daemon.url}/", timeout=20).status_code == 404
        page = requests.get(f"{daemon.url}/counter", timeout=20)
        assert page.status_code == 403
        assert "elsewhere" in page.text
        assert "autoload" not in page.text
        script = requests.get(f"{daemon.url}/counter/autoload.js", timeout=20)
        assert script.status_code == 200


def test_a_page_of_signed_sessions_carries_a_token_of_its_own():
    with run_daemon("--session-ids=signed", apps=[APPS / "counter.py"]) as daemon:
        tokens = {
            re.findall(
                r'token="([A-Za-z0-9._~-]+)"',
                requests.get(f"{daemon.url}/counter", timeout=20).text,
            )[0]
            for _ in range(2)
        }
        assert len(tokens) == 2


def test_a_proxy_is_believed_only_if_it_is_expected():
    headers = {"X-Forwarded-For": "6.6.6.6, 198.51.100.7", "X-Forwarded-Proto": "https"}
    for args, address in ([], "127.0.0.1"), (["--use-xheaders"], "198.51.100.7"):
        with run_daemon(*args, apps=[APPS / "counter.py"]) as daemon:
            requests.get(f"{daemon.url}/healthz", headers=headers, timeout=20)
            daemon.wait_for_log(f"{address} GET /healthz 200")
            assert "6.6.6.6" not in daemon.log()
