"""The command as a shell runs it: what it serves, what it says, how it ends."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from support.command import syncd
from support.daemon import START_TIMEOUT
from support.daemon import daemon as run_daemon
from support.wait import eventually
from support.ws import RefusedError, connect


APPS = Path(__file__).parent / "apps"
COUNTER = APPS / "counter.py"
STATIC = Path(__file__).parents[2] / "syncd" / "static"

ECHO = """
import sys
from syncd.io import curdoc
curdoc().title = "|".join(sys.argv)
"""


def get(daemon, path, **options):
    return requests.get(
        daemon.url + path, **({"timeout": 5, "allow_redirects": False} | options)
    )


# What is served


def test_without_files_there_is_an_empty_document():
    with run_daemon(secret_key=None) as daemon:
        page = get(daemon, "/")
        assert page.status_code == 200
        assert "<docsync-document" in page.text
        with connect(daemon.port, "/ws") as ws:
            assert ws.enter("t")["roots"] == []


def test_patterns_stand_for_files(tmp_path):
    for name in ("one.py", "two.py", "three.txt"):
        (tmp_path / name).write_text("")
    with run_daemon("--glob", tmp_path / "*.py") as daemon:
        assert re.findall(r'<a href="([^"]+)">', get(daemon, "/").text) == [
            "one",
            "two",
        ]


def test_a_pattern_of_nothing_is_an_error(tmp_path):
    done = syncd("serve", "--glob", tmp_path / "*.py")
    assert done.returncode == 1
    assert "a pattern of paths that exist" in done.stderr


def test_applications_find_arguments_after_their_names(tmp_path):
    (tmp_path / "echo.py").write_text(ECHO)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "main.py").write_text(ECHO)
    apps = ["--args", "-a", "--port", "x y"]
    with run_daemon("--port", "0", tmp_path / "echo.py", folder, *apps_last(apps)) as d:
        assert "<title>echo.py|-a|--port|x y</title>" in get(d, "/echo").text
        assert "<title>main.py|-a|--port|x y</title>" in get(d, "/folder").text


def apps_last(args):
    """The daemon fixture adds ports unless they are there."""
    return ["--control-bind", "127.0.0.1:0", *args]


@pytest.mark.parametrize(
    ("args", "status"),
    [([], 302), (["--disable-index-redirect"], 200), (["--disable-index"], 404)],
)
def test_the_index_leads_to_the_only_application_or_lists_it(args, status):
    with run_daemon(*args, apps=[COUNTER]) as daemon:
        answer = get(daemon, "/")
        assert answer.status_code == status
        assert ('href="counter"' in answer.text) == (status == 200)


def test_the_index_may_be_a_template(tmp_path):
    index = tmp_path / "index.html"
    index.write_text(
        "{% for item in items %}<a href='{{ prefix }}{{ item }}'>{% endfor %}"
        "<style></style>"
    )
    apps = [COUNTER, APPS / "broken.py"]
    with run_daemon("--index", index, "--prefix=docs", apps=apps) as daemon:
        answer = get(daemon, "/docs/")
        assert "<a href='/docs/broken'><a href='/docs/counter'>" in answer.text
        assert "default-src" not in answer.headers["Content-Security-Policy"]


def test_the_icon_may_be_another_or_none(tmp_path):
    icon = tmp_path / "own.ico"
    icon.write_bytes(b"\0\0\1\0")
    for path, status, content in (
        (icon, 200, b"\0\0\1\0"),
        ("none", 404, None),
        ("default", 200, None),
    ):
        with run_daemon("--ico-path", path, apps=[COUNTER]) as daemon:
            answer = get(daemon, "/favicon.ico")
            assert answer.status_code == status
            if content is not None:
                assert answer.content == content
                assert answer.headers["Content-Type"] == "image/x-icon"


def test_server_is_another_name_of_serve():
    assert syncd("server", "--help").stdout == syncd("serve", "--help").stdout
    done = syncd("server", "nope.py")
    assert (done.returncode, "nope.py" in done.stderr) == (1, True)


def test_static_serves_files_and_nothing_else():
    process = subprocess.Popen(
        [sys.executable, "-m", "syncd", "static", "--port=0"],
        stderr=subprocess.PIPE,
        text=True,
        env={"PATH": "/usr/bin:/bin"},
    )
    try:
        log = ""
        while "is ready" not in log:
            line = process.stderr.readline()
            assert line, log
            log += line
        [url] = re.findall(r"listening on (\S+)", log)
        assert "SECRET_KEY" not in log
        manifest = requests.get(f"{url}/static/manifest.json", timeout=20)
        assert manifest.content == (STATIC / "manifest.json").read_bytes()
        for path in ("/", "/nope", "/control/v1/status"):
            assert requests.get(url + path, timeout=20).status_code == 404
        named = requests.get(
            f"{url}/static/manifest.json", headers={"Host": "acme.com"}, timeout=5
        )
        assert named.status_code == 200
        process.terminate()
        assert process.wait(5) == 0
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


# Names


@pytest.fixture(scope="module")
def named():
    with run_daemon("--host", "acme.com", "--host=localhost", apps=[COUNTER]) as daemon:
        yield daemon


def test_another_host_finds_nothing(named):
    evil = {"Host": f"evil.com:{named.port}"}
    for path in ("/", "/counter", "/counter/autoload.js", "/metrics", "/nope"):
        answer = get(named, path, headers=evil)
        assert answer.status_code == 403
        assert "--host" in answer.text
        assert "Access-Control-Allow-Origin" not in answer.headers
    named.wait_for_log(f"requests to 'evil.com:{named.port}' are not answered here")


def test_another_host_opens_no_socket(named):
    evil = connect(named.port, "/counter/ws", extra={"Host": "evil.com"})
    with pytest.raises(RefusedError) as caught, evil:
        pass
    assert (caught.value.status, caught.value.error) == (403, "host_refused")


def test_named_hosts_are_answered_and_may_open_documents(named):
    for host in ("acme.com", f"ACME.com:{named.port}", f"localhost:{named.port}"):
        assert get(named, "/counter", headers={"Host": host}).status_code == 200
    headers = {"Host": "acme.com", "Origin": "https://acme.com"}
    with connect(named.port, "/counter/ws", extra=headers) as ws:
        ws.enter("t")
    evil = connect(named.port, "/counter/ws", origin="https://evil.com")
    with pytest.raises(RefusedError, match="origin_refused"), evil:
        pass


def test_whether_it_lives_is_told_under_any_name(named):
    for path in ("/healthz", "/readyz"):
        assert get(named, path, headers={"Host": "10.1.2.3"}).status_code == 200


def test_the_control_api_refuses_names_of_strangers(named):
    url = f"{named.control_url}/control/v1/status"
    answer = requests.get(url, headers={"Host": "evil.com"}, timeout=20)
    assert (answer.status_code, answer.json()["error"]) == (403, "host_refused")
    assert requests.get(url, timeout=20).json()["error"] == "bad_signature"


def test_without_a_key_a_name_that_leads_here_is_refused():
    with run_daemon(secret_key=None, apps=[COUNTER]) as daemon:
        for host, status in (("evil.com", 403), ("localhost", 200), ("10.0.0.7", 200)):
            assert get(daemon, "/counter", headers={"Host": host}).status_code == status


# What it says


def test_what_has_no_effect_is_taken_and_said():
    secret = "of-cookies-nobody-sees"
    with run_daemon(
        "--check-unused-sessions=17000",
        "--enable-xsrf-cookies",
        f"--cookie-secret={secret}",
        "--websocket-compression-level=6",
        env={"DOCSYNC_WEBSOCKET_COMPRESSION_MEM_LEVEL": "8", "DOCSYNC_PROT": "1"},
        apps=[COUNTER],
    ) as daemon:
        log = daemon.log()
        for name in (
            "--check-unused-sessions",
            "--enable-xsrf-cookies",
            "--cookie-secret",
            "--websocket-compression-level",
            "DOCSYNC_WEBSOCKET_COMPRESSION_MEM_LEVEL",
        ):
            assert f"{name} has no effect: " in log
        assert secret not in log
        assert "DOCSYNC_PROT is no setting; did you mean DOCSYNC_PORT?" in log


def test_wide_origins_are_warned_of():
    for origin, words in (
        ("*", "any page on the web may open documents"),
        ("*.acme.com", "whose origin is like *.acme.com"),
    ):
        with run_daemon("--allow-websocket-origin", origin, apps=[COUNTER]) as daemon:
            assert words in daemon.log()


def test_a_file_of_settings_comes_before_the_environment(tmp_path):
    path = tmp_path / "docsync.yaml"
    path.write_text("prefix: /file\ndisable_index: true\n")
    with run_daemon(
        "--use-config", path, env={"DOCSYNC_PREFIX": "/environment"}, apps=[COUNTER]
    ) as daemon:
        assert get(daemon, "/file/counter").status_code == 200
        assert get(daemon, "/file/").status_code == 404


def test_applications_are_shown_in_a_browser(tmp_path):
    shown = tmp_path / "shown"
    browser = tmp_path / "browser.sh"
    browser.write_text(f'#!/bin/sh\necho "$1" >>{shown}\n')
    browser.chmod(0o755)
    env = {"DOCSYNC_BROWSER": f"{browser} %s"}
    apps = [COUNTER, APPS / "broken.py"]
    with run_daemon("--show", "--prefix=x", env=env, apps=apps) as daemon:
        expected = [
            f"http://localhost:{daemon.port}/x/{name}" for name in ("broken", "counter")
        ]
        eventually(
            lambda: shown.exists() and shown.read_text().splitlines() == expected,
            daemon.log,
        )


def test_a_browser_that_is_not_there_is_no_reason_to_end():
    env = {"DOCSYNC_BROWSER": "no-such-browser"}
    with run_daemon("--show", env=env, apps=[COUNTER]) as daemon:
        daemon.wait_for_log("there is no browser 'no-such-browser'")
        assert get(daemon, "/counter").status_code == 200


def test_no_browser_is_no_browser():
    with run_daemon(
        "--show", env={"DOCSYNC_BROWSER": "none"}, apps=[COUNTER]
    ) as daemon:
        get(daemon, "/counter")
        assert "browser" not in daemon.log()


# How it ends


@pytest.mark.parametrize(
    ("line", "status", "words"),
    [
        ("serve --num-procs=4", 2, "--num-procs is not available yet; "),
        ("serve --ssl-certfile x", 2, "--ssl-certfile is not available yet; "),
        ("serve --ssl-keyfile x", 2, "--ssl-keyfile is not available yet; "),
        ("serve --unix-socket x", 2, "--unix-socket is not available yet; "),
        ("serve --auth-module=x", 2, "--auth-module is not available yet; "),
        ("serve --no-such-option", 2, "no-such-option"),
        ("serve --allow-sebsocket-orgin=x", 2, "--allow-websocket-origin"),
        ("nope", 2, "nope"),
        ("serve --dev", 1, "something to reload"),
        ("serve --port=x", 1, "--port is 'x', expected a whole number"),
        ("serve --keep-alive=-1", 1, "expected a whole number from 0 to 604800000"),
        ("serve --keep-alive=-1", 1, "--keep-alive is '-1'"),
        ("serve --check-unused-sessions=0", 1, "--check-unused-sessions is '0'"),
        ("serve --allow-websocket-origin=acme:com", 1, "invalid port in host value"),
        ("serve --allow-websocket-origin=", 1, "a value that is not empty"),
        ("serve --host=a:b", 1, "--host is 'a:b', expected HOST[:PORT]"),
        ("serve --log-level=loud", 1, "--log-level is 'loud', expected one of"),
        ("serve --log-format=%(nope)s", 1, "a format of Python's logging"),
        ("serve --log-file=/nope/log", 1, "a file that can be written"),
        ("serve --use-config=/nope.yaml", 1, "No such file"),
        ("serve --index=/nope.html", 1, "--index is '/nope.html', expected"),
        ("serve --ico-path=x.png", 1, "a path that ends with .ico"),
        ("serve --ico-path=/nope.ico", 1, "a file that can be read"),
        ("serve --session-ids=signed", 1, "DOCSYNC_SECRET_KEY"),
        ("serve --address=203.0.113.1", 1, "DOCSYNC_SECRET_KEY"),
        ("settings prot", 1, "did you mean port?"),
    ],
)
def test_a_mistake_is_one_line_and_a_status(line, status, words):
    done = syncd(*line.split())
    assert done.returncode == status
    assert done.stdout == ""
    [said] = [said for said in done.stderr.splitlines() if " INFO " not in said]
    assert said.startswith("syncd")
    assert words in said


def test_a_variable_asks_for_what_there_is_not_as_a_flag_does():
    done = syncd("serve", DOCSYNC_AUTH_MODULE="auth.py")
    assert done.returncode == 2
    assert done.stderr.startswith("syncd: DOCSYNC_AUTH_MODULE is not available yet; ")


def test_an_address_that_is_not_ours_is_one_line():
    key = {"DOCSYNC_SECRET_KEY": "k" * 43}
    done = syncd("serve", COUNTER, "--address=203.0.113.1", **key)
    assert done.returncode == 1
    assert "203.0.113.1:5006 is not an address of this machine" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_index_that_is_no_template_is_one_line(tmp_path):
    (tmp_path / "index.html").write_text("{% for x in items %}{% end %}")
    done = syncd("serve", COUNTER, "--index", tmp_path / "index.html")
    assert done.returncode == 1
    assert "index.html" in done.stderr.splitlines()[-1]
    assert "line 1" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


# What there is


def test_settings_are_printed_with_their_sources(tmp_path):
    path = tmp_path / "docsync.yaml"
    path.write_text("prefix: x\n")
    done = syncd(
        "settings",
        "--use-config",
        path,
        "--port=5100",
        DOCSYNC_SECRET_KEY="seen-by-nobody",
        DOCSYNC_DISABLE_INDEX="on",
        DOCSYNC_AUTH_MODULE="is no reason to print nothing",
    )
    assert (done.returncode, done.stderr) == (0, "")
    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines()}
    assert rows["DOCSYNC_PORT"] == ["5100", "--port"]
    assert rows["DOCSYNC_PREFIX"] == ["/x", f"{path}:", "prefix"]
    assert rows["DOCSYNC_DISABLE_INDEX"] == ["yes", "DOCSYNC_DISABLE_INDEX"]
    assert rows["DOCSYNC_ADDRESS"] == ["127.0.0.1", "default"]
    assert rows["DOCSYNC_SECRET_KEY"] == ["(hidden)", "DOCSYNC_SECRET_KEY"]
    assert "seen-by-nobody" not in done.stdout


def test_some_settings_are_printed_in_full():
    done = syncd("settings", "--verbose", "keep-alive", "DOCSYNC_PORT")
    assert "DOCSYNC_KEEP_ALIVE, --keep-alive" in done.stdout
    assert "37000 milliseconds (from default)" in done.stdout
    assert "5006 (from default)" in done.stdout
    assert "DOCSYNC_ADDRESS" not in done.stdout


def test_info_tells_versions_and_where_files_are():
    rows = dict(line.split(None, 1) for line in syncd("info").stdout.splitlines())
    assert {"syncd", "Python", "gevent", "websockets"} <= rows.keys()
    assert syncd("info", "--static").stdout == f"{STATIC}\n"


def test_a_secret_is_44_letters_and_digits_and_new_each_time():
    first, second = syncd("secret").stdout, syncd("secret").stdout
    assert re.fullmatch(r"[A-Za-z0-9]{44}\n", first)
    assert first != second


def test_who_reads_only_the_beginning_gets_no_traceback():
    done = subprocess.run(
        f"{sys.executable} -m syncd settings | head -1",
        shell=True,
        capture_output=True,
        text=True,
        timeout=START_TIMEOUT,
        check=True,
    )
    assert done.stderr == ""


@pytest.mark.parametrize("line", ["secret", "info", "settings", "--help"])
def test_what_cannot_be_printed_is_one_line(line):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "syncd", line],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=START_TIMEOUT,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "syncd: cannot write to standard output (No space left on device)\n"
    )
