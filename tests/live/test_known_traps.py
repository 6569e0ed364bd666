"""What goes wrong with other servers of this kind, or with the advice about them."""

import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from support.daemon import START_TIMEOUT
from support.daemon import daemon as run_daemon
from support.ws import RefusedError, connect


APPS = Path(__file__).parent / "apps"
COUNTER = APPS / "counter.py"


@pytest.mark.parametrize(
    ("word", "status"), [("no", 200), ("0", 200), ("false", 200), ("yes", 403)]
)
def test_sessions_are_signed_if_the_variable_says_yes(word, status):
    env = {"DOCSYNC_SIGN_SESSIONS": word}
    with run_daemon(apps=[COUNTER], env=env) as daemon:
        page = requests.get(f"{daemon.url}/counter?bokeh-session-id=mine", timeout=20)
        assert page.status_code == status


@pytest.mark.parametrize("way", ["variable", "flag"])
def test_origins_mean_the_same_in_the_environment_and_as_flags(way):
    origins = ["ACME.com", "[::1]:5000"]
    args, env = [], {}
    if way == "flag":
        args = [word for item in origins for word in ("--allow-websocket-origin", item)]
    else:
        env["DOCSYNC_ALLOW_WS_ORIGIN"] = ",".join(origins)
    with run_daemon(*args, apps=[COUNTER], env=env) as daemon:
        for origin in ("https://acme.com", "http://[::1]:5000"):
            with connect(daemon.port, "/counter/ws", origin=origin) as ws:
                ws.enter("t")
        for origin in ("https://acme.com:8443", f"http://127.0.0.1:{daemon.port}"):
            with (
                pytest.raises(RefusedError) as caught,
                connect(daemon.port, "/counter/ws", origin=origin),
            ):
                pass
            assert caught.value.error == "origin_refused"


def test_everybody_who_waits_for_a_session_that_fails_is_told(tmp_path):
    script = tmp_path / "late.py"
    script.write_text("import time\ntime.sleep(0.5)\nraise LookupError('on holiday')\n")
    with run_daemon(apps=[script]) as daemon:
        url = f"{daemon.url}/late?bokeh-session-id=poisoned"
        for _ in range(2):
            with ThreadPoolExecutor(5) as pool:
                pages = list(
                    pool.map(lambda _: requests.get(url, timeout=20), range(5))
                )
            assert [page.status_code for page in pages] == [500] * 5


def test_the_favicon_has_the_prefix_too():
    with run_daemon("--prefix", "plots", apps=[COUNTER]) as daemon:
        page = requests.get(f"{daemon.url}/plots/counter", timeout=20)
        [icon] = re.findall(r'<link rel="icon" href="([^"]+)"', page.text)
        assert icon == "./favicon.ico"
        assert requests.get(f"{daemon.url}/plots/favicon.ico", timeout=20).ok
        assert requests.get(f"{daemon.url}/favicon.ico", timeout=20).status_code == 404


@pytest.mark.parametrize("name", ["app_hooks.py", "server_lifecycle.py"])
def test_process_request_is_found_among_the_hooks_whatever_their_file(tmp_path, name):
    (tmp_path / "main.py").write_text(
        "from syncd.io import curdoc\n"
        "curdoc().title = curdoc().session_context.token_payload['from']\n"
    )
    (tmp_path / name).write_text(
        f"def process_request(request): return {{'from': {name!r}}}"
    )
    with run_daemon(apps=[tmp_path]) as daemon:
        page = requests.get(f"{daemon.url}/{tmp_path.name}", timeout=20)
        assert f"<title>{name}</title>" in page.text


def test_a_hook_finds_in_the_request_what_tornado_has_there(tmp_path):
    (tmp_path / "main.py").write_text(
        "from syncd.io import curdoc\n"
        "context = curdoc().session_context\n"
        "told = [context.token_payload['hook'], context.request.full_url()]\n"
        "curdoc().title = ' '.join(told)\n"
    )
    (tmp_path / "app_hooks.py").write_text(
        "def process_request(request):\n"
        "    parts = request.method, request.uri, request.host, request.remote_ip\n"
        "    return {'hook': ' '.join([*parts, request.cookies['who'].value])}\n"
    )
    with run_daemon("--prefix", "at", apps=[tmp_path]) as daemon:
        route = f"/at/{tmp_path.name}"
        host = daemon.url.removeprefix("http://")
        query = "?a=1&bokeh-session-id=mine"
        cookies = {"who": "me"}
        url = f"{daemon.url}{route}"
        page = requests.get(url + query, cookies=cookies, timeout=20)
        want = f"GET {route}?a=1 {host} 127.0.0.1 me {url}?a=1"
        assert f"<title>{want}</title>" in page.text
        with connect(daemon.port, f"{route}/ws", extra={"Cookie": "who=you"}) as ws:
            title = ws.enter("t")["title"]
        assert title == f"GET {route} {host} 127.0.0.1 you {url}"


def test_applications_find_no_id_that_opens_a_session(tmp_path):
    app = tmp_path / "app.py"
    app.write_text(
        "from syncd.io import curdoc\n"
        "context = curdoc().session_context\n"
        "print(context, context.request, dict(context.request.headers))\n"
    )
    with run_daemon("--include-headers", "*", apps=[app]) as daemon:
        came = {"Referer": f"{daemon.url}/app?a=1&docsync-session-id=swordfish"}
        query = "?bokeh-session-id=swordfish"
        page = requests.get(f"{daemon.url}/app{query}", headers=came, timeout=20)
        assert page.ok
        daemon.wait_for_log(f"'Referer': '{daemon.url}/app'")
        assert "<SessionContext of /app>" in daemon.log()
        assert "swordfish" not in daemon.log()


def test_a_query_is_neither_logged_nor_part_of_the_sockets_address():
    with run_daemon(apps=[COUNTER]) as daemon:
        page = requests.get(f"{daemon.url}/counter?pin=swordfish", timeout=20)
        assert "swordfish" in page.text  # an argument of the session
        requests.get(f"{daemon.url}/nothing?pin=swordfish", timeout=20)
        daemon.wait_for_log("GET /nothing 404")
        assert "swordfish" not in daemon.log()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--allow-sebsocket-orgin=acme.com"], "--allow-websocket-origin"),
        (["--allow-websocket-origin=acme:com"], "invalid port in host value"),
        (["--allow-websocket-origin="], "--allow-websocket-origin"),
    ],
    ids=["misspelled", "colon", "empty"],
)
def test_a_slip_in_a_flag_is_one_line_that_helps(words, said):
    command = [sys.executable, "-m", "syncd", "serve", str(COUNTER), *words]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=START_TIMEOUT, check=False
    )
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_thread_that_never_ends_does_not_keep_the_daemon(tmp_path):
    script = tmp_path / "endless.py"
    script.write_text(
        "import threading, time\n"
        "from syncd.io import curdoc\n"
        "from syncd.models import Div\n"
        "document, text = curdoc(), Div()\n"
        "document.add_root(text)\n"
        "def tell():\n"
        "    text.text += '.'\n"
        "def work():\n"
        "    while True:\n"
        "        time.sleep(0.02)\n"
        "        document.add_next_tick_callback(tell)\n"
        "threading.Thread(target=work).start()\n"
    )
    with (
        run_daemon(apps=[script]) as daemon,
        connect(daemon.port, "/endless/ws") as ws,
    ):
        ws.enter("t")
        ws.receive_type("patch")
        stopping = threading.Thread(target=daemon.stop)
        stopping.start()
        assert ws.wait_closed().code == 1001
        ws.close()
        stopping.join()


def test_what_a_thread_raises_is_in_the_log(tmp_path):
    script = tmp_path / "careless.py"
    script.write_text(
        "import threading\n"
        "def work():\n"
        "    raise LookupError('lost')\n"
        "threading.Thread(target=work, name='careless').start()\n"
    )
    with run_daemon(apps=[script]) as daemon:
        requests.get(f"{daemon.url}/careless", timeout=20)
        daemon.wait_for_log("LookupError: lost")
        assert "thread careless failed" in daemon.log()
