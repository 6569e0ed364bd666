"""A small Flask site and syncd behind one nginx, all on one origin.

What the browser tests need beyond the starter: a page that shows a session of
the test's choice under a strict Content Security Policy, and a proxy that can
be killed under it.
"""

import contextlib
import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import flask
from werkzeug.serving import make_server

import flask_docsync
from support import needs
from support.daemon import SECRET_KEY, Daemon, daemon
from support.port import free_ports, is_open
from support.slow import slow_link
from support.wait import eventually
from syncd.client.control import ControlClient


POLICY = "default-src 'self'; script-src 'self'; style-src 'self'"

_PATHS = [str(Path(__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
"""Where applications find what tests share."""

_RENEWAL = 120.0
"""Seconds after which a session of the same name gets a new id; ids open theirs for 300."""

_STYLE = """
:root { color-scheme: light dark; }
body { background: light-dark(#fff, #16181d); color: light-dark(#1d2129, #e7e9ee); }
"""

_SCRIPT = """
import { embed } from "/docsync/board/autoload.js";

window.heard = [];
window.show = async (place, name, session, way = "docsync") => {
  const options = await (await fetch(`/options/${way}/${name}/${session}`)).json();
  const embedding = embed(document.getElementById(place), options);
  for (const type of ["docsync:status", "docsync:error"]) {
    embedding.addEventListener(type, ({ detail }) => {
      window.heard.push([session, type, detail.status ?? detail.message]);
    });
  }
  return embedding;
};
"""

_NGINX = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    map $http_upgrade $connection_upgrade {{ default upgrade; "" ""; }}
    server {{
        listen 127.0.0.1:{port};
        proxy_http_version 1.1;
        proxy_set_header Host $http_host;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection $connection_upgrade;
        location / {{ proxy_pass http://127.0.0.1:{flask_port}; }}
        location /docsync/ {{ proxy_pass http://127.0.0.1:{syncd_port}/; }}
        location /slow/ {{ proxy_pass http://127.0.0.1:{slow_port}/; }}
    }}
}}
"""


class Stage:
    """The site; made by `stage`."""

    def __init__(self, folder: Path, port: int, flask_port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.port = port
        self.flask_port = flask_port
        self._folder = folder
        self._nginx: subprocess.Popen[bytes] | None = None
        self.syncd: Daemon | None = None
        self.flask: flask.Flask | None = None

    def configure(self, syncd_port: int, slow_port: int) -> None:
        text = _NGINX.format(
            folder=self._folder,
            port=self.port,
            flask_port=self.flask_port,
            syncd_port=syncd_port,
            slow_port=slow_port,
            user="user root;" if os.geteuid() == 0 else "",
        )
        (self._folder / "nginx.conf").write_text(text)

    def start_nginx(self) -> None:
        """Start the proxy, unless it runs; again after `kill_nginx`."""
        if self._nginx is not None and self._nginx.poll() is None:
            return
        command = [needs.program("nginx"), "-c", str(self._folder / "nginx.conf")]
        command += ["-e", str(self._folder / "start.log")]
        self._nginx = subprocess.Popen(command)
        eventually(lambda: is_open(self.port), "nginx does not listen")

    def cut_sockets(self) -> None:
        """Cut every connection, and take new ones at once."""
        assert self._nginx is not None
        pid = self._nginx.pid
        with contextlib.suppress(ProcessLookupError, FileNotFoundError):
            children = Path(f"/proc/{pid}/task/{pid}/children")
            for child in children.read_text().split():
                os.kill(int(child), signal.SIGKILL)

    def kill_nginx(self) -> None:
        """Cut every connection at once, as a crash of the proxy would."""
        assert self._nginx is not None
        # Held still, or it starts another worker, which would listen on without it.
        self._nginx.send_signal(signal.SIGSTOP)
        self.cut_sockets()
        self._nginx.kill()
        self._nginx.wait()
        eventually(lambda: not is_open(self.port), "nginx still listens")

    def destroy(self, session: str, app: str = "board") -> bool:
        """End a session, as an operator would."""
        assert self.flask is not None
        issued = self.flask.extensions["issued"]
        return self._control().destroy(f"/{app}", issued[session][1])

    @property
    def connections(self) -> int:
        """How many connections syncd has now."""
        return int(self._control().status()["connections"])

    def _control(self) -> ControlClient:
        assert self.flask is not None
        with self.flask.app_context():
            settings = self.flask.extensions["docsync"].settings
        return ControlClient.of(settings)

    def page(self, app: str, session: str, **more: str) -> str:
        """Return the address of a page that shows a session."""
        query = "&".join(f"{key}={value}" for key, value in more.items())
        return f"{self.url}/page/{app}/{session}?{query}"


def make_app(control_url: str) -> flask.Flask:
    """Return a Flask app with one page for any session of any application."""
    app = flask.Flask("stage")
    app.config.update(
        DOCSYNC_URL="/docsync",
        DOCSYNC_CONTROL_URL=control_url,
        DOCSYNC_SECRET_KEY=SECRET_KEY,
        DOCSYNC_SIGN_SESSIONS=True,
    )
    app.register_extension(flask_docsync.DocSync(app))  # type: ignore[attr-defined]
    issued: dict[str, tuple[float, str]] = {}

    def issue(session: str) -> str:
        """Return the id of a session, a new one before the old one may be too old."""
        now = time.monotonic()
        if session not in issued or now - issued[session][0] > _RENEWAL:
            issued[session] = now, flask_docsync.generate_session_id()
        return issued[session][1]

    @app.get("/page/<name>/<session>")
    def page(name: str, session: str) -> flask.Response:
        with app.app_context():
            token = flask.request.args.get("token") or issue(session)
            markup = flask_docsync.server_session(session_id=token, url=name)
        return _html(markup, flask.request.args.get("policy", POLICY))

    @app.get("/plain")
    def plain() -> flask.Response:
        """Answer a page whose own script puts documents into it."""
        return _html(
            "<div id=one></div><div id=two></div>"
            "<script type=module src=/plain.js></script>"
        )

    @app.get("/plain.js")
    def script() -> flask.Response:
        return flask.Response(_SCRIPT, mimetype="text/javascript")

    @app.get("/options/<way>/<name>/<session>")
    def options(way: str, name: str, session: str) -> dict[str, str]:
        """Answer what a script needs to show a session, the fast or the slow way."""
        token = issue(session)
        return {"url": f"/{way}/{name}", "token": token}

    app.extensions["issued"] = issued

    @app.get("/page.css")
    def style() -> flask.Response:
        return flask.Response(_STYLE, mimetype="text/css")

    @app.get("/tiles/<int:z>/<int:x>/<int:y>.svg")
    def tile(z: int, x: int, y: int) -> flask.Response:
        colour = f"#{40 + 20 * (z % 8):02x}{(x * 60) % 256:02x}{(y * 90) % 256:02x}"
        svg = (
            "<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256'>"
            f"<rect width='256' height='256' fill='{colour}'/></svg>"
        )
        return flask.Response(svg, mimetype="image/svg+xml")

    _serve_rows(app)

    @app.get("/favicon.ico")
    def icon() -> tuple[str, int]:
        return "", 204

    return app


def _serve_rows(app: flask.Flask) -> None:
    """Add what pages fetch rows from; what they asked for is kept by the first part."""
    asked: dict[str, list[flask.Request]] = app.extensions.setdefault("asked", {})

    @app.route("/rows/<kind>", methods=["GET", "POST"])
    def rows(kind: str) -> flask.Response | tuple[str, int]:
        """Answer one more row each time, or what the name says."""
        request = flask.request
        known = asked.setdefault(kind, [])
        known.append(request._get_current_object())  # type: ignore[attr-defined]
        number = len(known)
        if kind.startswith("failing"):
            return "not now", 500
        if kind.startswith("words"):
            return flask.Response("no columns", mimetype="application/json")
        if kind.startswith("nested"):
            points = [{"t": t, "v": t * t} for t in range(number + 1)]
            return flask.jsonify(points=points)
        if kind.startswith("same") and "If-Modified-Since" in request.headers:
            return "", 304
        return flask.jsonify(x=[number], y=[number % 5])

    @app.get("/events/<kind>")
    def events(kind: str) -> flask.Response:
        told = [f'data: {{"x": [{x}], "y": [{x}]}}\n\n' for x in range(1, 5)]
        if kind.startswith("broken"):
            told.insert(2, "data: no columns\n\n")
        # A browser asks again after its connection ended: later than any test.
        return flask.Response(
            ["retry: 600000\n\n", *told], mimetype="text/event-stream"
        )


def _html(body: str, policy: str = POLICY) -> flask.Response:
    html = (
        "<!doctype html><html lang=en><meta name=viewport"
        " content='width=device-width'><title>stage</title>"
        "<link rel=stylesheet href=/page.css><body>"
        f"<main><h1>Stage</h1>{body}</main></body></html>"
    )
    return flask.Response(html, headers={"Content-Security-Policy": policy})


@contextlib.contextmanager
def stage(*apps: Path) -> Iterator[Stage]:
    """Run nginx, syncd and the Flask site until the block ends."""
    port, flask_port, slow_port = free_ports(3)
    with (
        tempfile.TemporaryDirectory(prefix="docsync-") as folder,
        daemon(
            "--session-ids",
            "external-signed",
            "--allow-websocket-origin",
            f"http://127.0.0.1:{port}",
            apps=apps,
            env={"PYTHONPATH": os.pathsep.join(_PATHS)},
        ) as running,
        slow_link(slow_port, to=running.port),
    ):
        made = Stage(Path(folder), port, flask_port)
        made.syncd = running
        made.configure(running.port, slow_port)
        made.flask = make_app(running.control_url)
        server = make_server("127.0.0.1", flask_port, made.flask, threaded=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            made.start_nginx()
            yield made
        finally:
            made.kill_nginx()
            server.shutdown()
            thread.join()
            server.server_close()
