"""The proxies of Bokeh's guides, line for line, before real daemons."""

import contextlib
import os
import re
import subprocess
from pathlib import Path

import pytest
import requests
from playwright.sync_api import expect

import syncd
from browser.view import View
from support import needs
from support.daemon import daemon
from support.port import free_ports, is_open
from support.wait import eventually
from support.ws import RefusedError, connect


APP = Path(__file__).parents[1] / "documents" / "scripts" / "myapp.py"

SERVER = """
server {
    listen 80 default_server;
    server_name _;

    access_log  /tmp/bokeh.access.log;
    error_log   /tmp/bokeh.error.log debug;

    location / {
        proxy_pass http://127.0.0.1:5100;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
        proxy_http_version 1.1;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header Host $host:$server_port;
        proxy_buffering off;
    }

}
"""

STATIC = """
    location /static {
        alias /path/to/bokeh/server/static;
    }
"""

UPSTREAM = """
upstream myapp {
    least_conn;                 # Use the least-connected strategy
    server 127.0.0.1:5100;
    server 127.0.0.1:5101;
    server 127.0.0.1:5102;
}
"""

SUBPATH = """
    location /bokeh_plots  {
        rewrite  ^/bokeh_plots/(.*)  /$1 break;
        proxy_pass http://127.0.0.1:5006;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
        proxy_http_version 1.1;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header Host $host:$server_port;
        proxy_buffering off;
    }
"""

# What the guide's Apache does, said in nginx: /myapp is /myapp/ behind it, only
# that and its socket are forwarded, and files come from the disk.
APACHE = """
    location /myapp/ws {
        proxy_pass http://127.0.0.1:5100/myapp/ws;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
        proxy_http_version 1.1;
        proxy_set_header Host $http_host;
    }
    location /myapp {
        proxy_pass http://127.0.0.1:5100/myapp/;
        proxy_set_header Host $http_host;
    }
"""

MAIN = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/main.log;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {site}
}}
"""


@pytest.fixture
def nginx(tmp_path):
    """Run nginx with a site of the guides, and return its address."""
    with contextlib.ExitStack() as stack:

        def run(port, site, ports=()):
            site = site.replace("listen 80 ", f"listen 127.0.0.1:{port} ")
            site = site.replace("/tmp/bokeh", f"{tmp_path}/bokeh")
            static = Path(syncd.__file__).parent / "static"
            site = site.replace("/path/to/bokeh/server/static", str(static))
            for old, new in ports:
                site = site.replace(f"127.0.0.1:{old}", f"127.0.0.1:{new}")
            config = tmp_path / "nginx.conf"
            user = "user root;" if os.geteuid() == 0 else ""
            config.write_text(MAIN.format(folder=tmp_path, site=site, user=user))
            command = [needs.program("nginx"), "-c", str(config)]
            command += ["-e", str(tmp_path / "start.log")]
            process = subprocess.Popen(command)
            stack.callback(process.wait, 10)
            stack.callback(process.terminate)
            eventually(lambda: is_open(port), "nginx does not listen")
            return f"http://localhost:{port}"

        yield run


@pytest.fixture
def port():
    return free_ports(1)[0]


@pytest.fixture
def look(chromium):
    """Open an address, press the button, and see the number that it brings."""
    with contextlib.ExitStack() as stack:

        def look(url):
            context = stack.enter_context(contextlib.closing(chromium.new_context()))
            view = View(context.new_page())
            view.open(url)
            view.page.get_by_role("button", name="Press Me").click()
            eventually(lambda: view.column("text") == ["0"], "the press had no effect")
            return view

        yield look


def behind(port):
    """The options of a daemon behind a proxy on that port."""
    return ("--allow-websocket-origin", f"localhost:{port}")


def test_the_reverse_proxy(nginx, look, port):
    with daemon(*behind(port), apps=[APP]) as running:
        url = nginx(port, SERVER, [(5100, running.port)])
        assert look(f"{url}/myapp").problems == []
        [leads_to] = requests.get(f"{url}/", timeout=20).history
        assert leads_to.status_code == 302


def test_a_proxy_on_another_name_is_named_by_the_log(nginx, port):
    with daemon(apps=[APP]) as running:
        url = nginx(port, SERVER, [(5100, running.port)])
        assert requests.get(f"{url}/myapp", timeout=20).ok
        with (
            pytest.raises(RefusedError) as caught,
            connect(port, "/myapp/ws", origin=url, host="localhost"),
        ):
            pass
        assert caught.value.error == "origin_refused"
        running.wait_for_log("--allow-websocket-origin")
        assert f"'{url}'" in running.log()


def test_files_from_the_disk_of_the_proxy(nginx, look, port):
    site = SERVER.rstrip().removesuffix("}") + STATIC + "}"
    with daemon(*behind(port), apps=[APP]) as running:
        url = nginx(port, site, [(5100, running.port)])
        assert look(f"{url}/myapp").problems == []
        assert "GET /static/" not in running.log()


def test_many_cookies_fit_into_the_headers_of_a_plain_proxy(nginx, port):
    cookies = {"Cookie": "; ".join(f"c{n}={'x' * 990}" for n in range(6))}
    with daemon(*behind(port), "--include-cookies", "*", apps=[APP]) as running:
        url = nginx(port, SERVER, [(5100, running.port)])
        page = requests.get(f"{url}/myapp", headers=cookies, timeout=20)
        assert page.status_code == 200
        token = re.search(r' token="([^"]+)"', page.text)[1]
        with connect(
            port, "/myapp/ws", token=token, origin=url, extra=cookies, host="localhost"
        ) as ws:
            ws.enter("t")


def test_several_servers_without_anything_that_sticks(nginx, look, port):
    site = UPSTREAM + SERVER.replace("http://127.0.0.1:5100", "http://myapp")
    with contextlib.ExitStack() as stack:
        servers = [
            stack.enter_context(daemon(*behind(port), apps=[APP])) for _ in range(3)
        ]
        places = zip((5100, 5101, 5102), (each.port for each in servers), strict=True)
        url = nginx(port, site, places)
        for _ in range(30):
            page = requests.get(f"{url}/myapp", timeout=20).text
            token = re.search(r' token="([^"]+)"', page)[1]
            with connect(
                port, "/myapp/ws", token=token, origin=url, host="localhost"
            ) as ws:
                ws.enter("t")
        for told in ("GET /myapp 200", "GET /myapp/ws 101"):
            eventually(
                lambda told=told: all(told in server.log() for server in servers),
                lambda: "\n\n".join(server.log() for server in servers),
            )
        # Only now: while these stay open, the server with the fewest gets all.
        for _ in range(3):
            look(f"{url}/myapp?N=10")


def test_a_path_that_the_proxy_strips(nginx, look, port):
    site = "server {\n listen 80 default_server;\n" + SUBPATH + "}"
    with daemon(*behind(port), "--use-xheaders", apps=[APP]) as running:
        url = nginx(port, site, [(5006, running.port)])
        view = look(f"{url}/bokeh_plots/myapp")
        assert view.problems == []
        expect(view.page).to_have_title("myapp")


def test_a_proxy_that_adds_a_slash(nginx, look, port):
    site = "server {\n listen 80 default_server;\n" + STATIC + APACHE + "}"
    with daemon(*behind(port), apps=[APP]) as running:
        url = nginx(port, site, [(5100, running.port)])
        for path in ("/myapp", "/myapp/"):
            view = look(url + path)
            # The icon is beyond what is forwarded.
            assert all("404" in problem for problem in view.problems)
        assert "GET /myapp//autoload.js 200" in running.log()
