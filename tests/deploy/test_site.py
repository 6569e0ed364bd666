"""The starter behind nginx, gunicorn and supervisord, driven through https."""

import os
import re
import signal
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Page, expect

import syncd
from browser.view import box_of
from support.deploy import HOST, Site, deployed
from support.wait import eventually


BUNDLE = Path(syncd.__file__).parent / "static"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with deployed() as running:
        yield running


@pytest.fixture
def page(chromium) -> Iterator[Page]:
    with closing(chromium.new_context(ignore_https_errors=True)) as context:
        yield context.new_page()


@pytest.fixture
def get(site):
    """A GET request through nginx that follows no redirect."""

    def get(path: str, **options: Any) -> requests.Response:
        return requests.get(
            path if path.startswith("http") else site.url + path,
            verify=site.certificate,
            allow_redirects=False,
            timeout=20,
            **options,
        )

    return get


def test_a_visitor_logs_in_and_moves_a_slider(site, page):
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site.url}/login")
    page.get_by_role("button", name="Log in").click()
    page.goto(f"{site.url}/sliders")

    document = page.locator("docsync-document").first
    expect(document).to_have_attribute("data-status", "live")
    slider = page.get_by_role("slider", name="amplitude")
    plot = page.locator("docsync-document canvas").first
    expect(plot).to_be_visible()
    before = plot.screenshot()

    slider.focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    eventually(
        lambda: plot.screenshot() != before, "the plot did not follow the slider"
    )
    expect(document).to_have_attribute("data-status", "live")
    assert not errors


def test_the_bars_are_as_wide_as_the_page_and_tell_what_they_mean(site, page):
    page.set_viewport_size({"width": 900, "height": 800})
    page.goto(f"{site.url}/bars/6")
    page.get_by_role("button", name="Log in").last.click()
    document = page.locator("docsync-document").first
    expect(document).to_have_attribute("data-status", "live")
    area = page.get_by_role("application")
    wide = box_of(area)["width"]
    page.set_viewport_size({"width": 500, "height": 800})
    eventually(lambda: box_of(area)["width"] < wide - 250, "it is as wide")

    # Near the foot of the third of six bars.
    box = box_of(area)
    left = box["x"] + box["width"] * 2.75 / 6.5
    page.mouse.move(left, box["y"] + box["height"] * 0.95)
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text("day")
    expect(tip).to_contain_text("3")
    expect(page.locator(".title")).to_have_text("86 bugs found in 6 days")


def test_http_is_redirected_to_https(site, get):
    answer = get(f"{site.http_url}/sliders?a=b")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"{site.url}/sliders?a=b"


def test_the_redirect_does_not_believe_the_host_header(site, get):
    answer = get(f"{site.http_url}/", headers={"Host": "evil.example"})
    assert answer.headers["Location"] == f"{site.url}/"


@pytest.mark.parametrize(
    "path",
    ["/", "/static/missing.css", "/docsync/", "/docsync/static/missing.js"],
)
def test_every_answer_has_hsts_exactly_once(get, path):
    assert get(path).headers["Strict-Transport-Security"] == "max-age=31536000"


def handshake(site: Site, version: ssl.TLSVersion) -> str | None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(site.certificate)
    # Without this OpenSSL itself would refuse the old versions.
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = version
    with (
        socket.create_connection(("127.0.0.1", site.https_port), 10) as raw,
        closing(context.wrap_socket(raw, server_hostname=HOST)) as secure,
    ):
        return secure.version()


@pytest.mark.parametrize("version", ["TLSv1_2", "TLSv1_3"])
def test_modern_tls_is_spoken(site, version):
    assert handshake(site, ssl.TLSVersion[version])


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1:DeprecationWarning")
@pytest.mark.parametrize("version", ["TLSv1", "TLSv1_1"])
def test_old_tls_is_refused_by_the_server(site, version):
    # The server's alert, not the client's own refusal
    with pytest.raises(ssl.SSLError, match="ALERT_PROTOCOL_VERSION"):
        handshake(site, ssl.TLSVersion[version])


@pytest.mark.parametrize(
    "path",
    [
        "/control/v1/",
        "/docsync/control/v1/",
        "/docsync/control/v1/document",
        "/docsync//control/v1/",
        "/docsync/%63ontrol/v1/",
        "/docsync/x/../control/v1/",
        "/docsync/metrics",
        "/docsync/readyz",
        "/docsync/healthz",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_inside_is_unreachable(site, method, path):
    request = requests.Request(method, site.url).prepare()
    request.url = site.url + path  # as it stands, with dots and escapes
    with requests.Session() as session:
        answer = session.send(
            request, verify=str(site.certificate), timeout=20, allow_redirects=False
        )
    assert answer.status_code in (403, 404, 405)
    assert "application/x-docsync" not in answer.headers.get("Content-Type", "")


def test_the_index_of_apps_is_off(get):
    assert get("/docsync/").status_code in (403, 404)


def test_a_session_needs_an_id_of_the_site(get):
    assert get("/docsync/sliders").status_code == 403


def test_the_bundle_is_served_by_nginx_compressed_and_for_good(get):
    scripts = sorted(BUNDLE.rglob("*.js"))
    assert scripts
    for script in scripts:
        path = f"/docsync/static/{script.relative_to(BUNDLE)}"
        answer = get(path, headers={"Accept-Encoding": "gzip"})
        assert answer.status_code == 200
        assert answer.headers["Server"].startswith("nginx")
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Content-Type"] == "application/javascript"
        assert answer.content == script.read_bytes()
        if script.with_name(f"{script.name}.gz").exists():
            assert answer.headers["Content-Encoding"] == "gzip"


def test_the_autoload_script_comes_from_syncd(get):
    answer = get("/docsync/sliders/autoload.js")
    assert answer.status_code == 200
    assert "no-cache" in answer.headers["Cache-Control"]
    assert answer.headers["ETag"]


def test_a_killed_syncd_comes_back(site, get):
    def pid() -> int:
        answer = site.supervisorctl("pid", "docsync:syncd").strip()
        return int(answer) if answer.isdigit() else 0

    killed = pid()
    os.kill(killed, signal.SIGKILL)
    eventually(lambda: pid() not in (0, killed), "supervisord did not start it again")
    eventually(
        lambda: get("/docsync/sliders/autoload.js").status_code == 200,
        "syncd did not come back",
    )


def test_supervisord_stops_it_in_good_order_with_pages_open(site, page, get):
    page.goto(f"{site.url}/sliders")
    page.get_by_role("button", name="Log in").last.click()
    document = page.locator("docsync-document").first
    expect(document).to_have_attribute("data-status", "live")
    assert "docsync:syncd: stopped" in site.supervisorctl("stop", "docsync:syncd")
    log = (site.folder / "supervisord.log").read_text()
    assert re.findall(r"stopped: syncd \((.*)\)", log)[-1] == "exit status 0"
    assert "docsync:syncd: started" in site.supervisorctl("start", "docsync:syncd")
    eventually(
        lambda: get("/docsync/sliders/autoload.js").status_code == 200,
        "syncd did not come back",
    )
