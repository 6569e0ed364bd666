"""The production files under real supervisord, gunicorn and nginx on loopback.

The files are used as they are: only the placeholders that their own heads document
are replaced, as plain text, and every one of them must be there.
"""

import contextlib
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import syncd
from support import needs
from support.port import free_ports, is_open
from support.wait import eventually


ROOT = Path(__file__).parent.parent.parent
STARTER = ROOT / "examples" / "flask_starter"
HOST = "localhost"

START_TIMEOUT = 40.0
STOP_TIMEOUT = 20.0

_NGINX = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log info;
events {{ worker_connections 256; }}
http {{
    include {mime_types};
    default_type application/octet-stream;
    # Debian's nginx.conf still has these; the site's own lines must win.
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
    access_log {folder}/nginx-access.log;
    client_body_temp_path {folder}/nginx-body;
    proxy_temp_path {folder}/nginx-proxy;
    fastcgi_temp_path {folder}/nginx-fastcgi;
    uwsgi_temp_path {folder}/nginx-uwsgi;
    scgi_temp_path {folder}/nginx-scgi;
    include {folder}/docsync-nginx.conf;
}}
"""

_SUPERVISORD = """
[supervisord]
logfile={folder}/supervisord.log
pidfile={folder}/supervisord.pid
childlogdir={folder}
nodaemon=true

[unix_http_server]
file={folder}/supervisor.sock

[rpcinterface:supervisor]
supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface

[supervisorctl]
serverurl=unix://{folder}/supervisor.sock

[include]
files={folder}/docsync-supervisor.conf
"""


def fill(text: str, replacements: Mapping[str, str]) -> str:
    """Replace placeholders in the given order; each must be in the text."""
    for placeholder, value in replacements.items():
        assert placeholder in text, f"{placeholder!r} is not in the file"
        text = text.replace(placeholder, value)
    return text


@dataclass(frozen=True)
class Site:
    """A deployed site: where its parts are and how to reach them."""

    folder: Path
    https_port: int
    http_port: int
    flask_port: int
    syncd_port: int

    @property
    def url(self) -> str:
        """The address that visitors type, without a slash at its end."""
        return f"https://{HOST}:{self.https_port}"

    @property
    def http_url(self) -> str:
        """The address that only redirects."""
        return f"http://{HOST}:{self.http_port}"

    @property
    def certificate(self) -> Path:
        """The self-signed certificate, for clients to trust."""
        return self.folder / "cert.pem"

    @property
    def nginx_config(self) -> Path:
        """The main file of nginx that includes ours."""
        return self.folder / "nginx.conf"

    @property
    def supervisord_config(self) -> Path:
        """The main file of supervisord that includes ours."""
        return self.folder / "supervisord.conf"

    def logs(self) -> str:
        """Return every log, for the message of a failed test."""
        return "\n".join(
            f"--- {path.name}\n{path.read_text(errors='replace')}"
            for path in sorted(self.folder.rglob("*.log"))
        )

    def supervisorctl(self, *arguments: str) -> str:
        """Return what supervisorctl prints."""
        result = subprocess.run(
            [
                needs.program("supervisorctl"),
                "-c",
                str(self.supervisord_config),
                *arguments,
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        return result.stdout + result.stderr


def prepare(folder: Path) -> Site:
    """Write the filled-in files, a certificate and a copy of the starter."""
    site = Site(folder, *free_ports(4))
    for name in ("run", "log"):
        (folder / name).mkdir(mode=0o700)
    shutil.copytree(
        STARTER, folder / "site", ignore=shutil.ignore_patterns("__pycache__")
    )
    _certify(site)
    _write_nginx(site)
    _write_supervisor(site)
    return site


def _certify(site: Site) -> None:
    subprocess.run(
        [
            *(needs.program("openssl"), "req", "-x509", "-nodes", "-days", "2"),
            *("-newkey", "rsa:2048", "-subj", f"/CN={HOST}"),
            *("-addext", f"subjectAltName=DNS:{HOST}"),
            *("-keyout", str(site.folder / "key.pem"), "-out", str(site.certificate)),
        ],
        check=True,
        capture_output=True,
    )


def _write_nginx(site: Site) -> None:
    folder = site.folder
    text = fill(
        (ROOT / "nginx" / "docsync.conf").read_text(),
        {
            "https://example.com": site.url,
            "example.com": HOST,
            "/etc/ssl/docsync/": f"{folder}/",
            "/srv/docsync/venv/lib/python3.11/site-packages/syncd/static/": (
                f"{Path(syncd.__file__).parent / 'static'}/"
            ),
            "/srv/docsync/": f"{folder}/site/",
            "127.0.0.1:8000": f"127.0.0.1:{site.flask_port}",
            "127.0.0.1:5006": f"127.0.0.1:{site.syncd_port}",
            # Loopback has a second address, and not every machine has IPv6.
            "listen [::]:80;": f"listen 127.0.0.2:{site.http_port};",
            "listen [::]:443 ": f"listen 127.0.0.2:{site.https_port} ",
            "listen 80;": f"listen 127.0.0.1:{site.http_port};",
            "listen 443 ": f"listen 127.0.0.1:{site.https_port} ",
        },
    )
    (folder / "docsync-nginx.conf").write_text(text)
    site.nginx_config.write_text(
        _NGINX.format(
            folder=folder,
            mime_types=_mime_types(),
            # As root, nginx would give its workers to an account that cannot
            # read the test's folders.
            user="user root;" if os.geteuid() == 0 else "",
        )
    )


def _mime_types() -> Path:
    path = Path("/etc/nginx/mime.types")
    assert path.exists(), "nginx is installed, but its mime.types is not"
    return path


def _write_supervisor(site: Site) -> None:
    folder = site.folder
    account = "user=root" if os.geteuid() == 0 else ""
    text = fill(
        (ROOT / "supervisor" / "docsync.conf").read_text(),
        {
            "https://example.com": site.url,
            "/srv/docsync/venv/bin": str(Path(sys.executable).parent),
            "/srv/docsync/run": f"{folder}/run",
            "/srv/docsync": f"{folder}/site",
            "user=docsync": account,
            "/var/log/docsync": f"{folder}/log",
            "127.0.0.1:8000": f"127.0.0.1:{site.flask_port}",
            "--port 5006": f"--port {site.syncd_port}",
        },
    )
    (folder / "docsync-supervisor.conf").write_text(text)
    site.supervisord_config.write_text(_SUPERVISORD.format(folder=folder))


@contextlib.contextmanager
def deployed() -> Iterator[Site]:
    """Run the whole site; the block sees it once all of it answers."""
    nginx, supervisord = needs.program("nginx"), needs.program("supervisord")
    # Not pytest's folder: the path of a unix socket may have 107 characters.
    with tempfile.TemporaryDirectory(prefix="docsync-") as name:
        site = prepare(Path(name))
        environment = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith("DOCSYNC_")
        } | {
            "DOCSYNC_SECRET_KEY": secrets.token_urlsafe(32),
            "SECRET_KEY": secrets.token_urlsafe(32),
        }
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(
                    _running(
                        site,
                        [supervisord, "-n", "-c", str(site.supervisord_config)],
                        environment,
                    )
                )
                eventually(
                    lambda: is_open(site.flask_port) and is_open(site.syncd_port),
                    lambda: f"not listening: {site.supervisorctl('status')}",
                    timeout=START_TIMEOUT,
                )
                stack.enter_context(nginx_running(site, nginx))
                yield site
            except BaseException as error:
                error.add_note(site.logs())
                raise


@contextlib.contextmanager
def nginx_running(
    site: Site, program: str | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run nginx with the site's files; a test may kill it and run it again."""
    command = [program or needs.program("nginx"), "-c", str(site.nginx_config)]
    command += ["-e", str(site.folder / "nginx-start.log")]
    with _running(site, command, dict(os.environ)) as process:
        eventually(
            lambda: is_open(site.https_port) or process.poll() is not None,
            "nginx does not listen",
        )
        assert process.poll() is None, "nginx ended at once"
        yield process


@contextlib.contextmanager
def _running(
    site: Site, command: list[str], environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    name = Path(command[0]).name
    with (site.folder / f"{name}-output.log").open("ab") as log:
        process = subprocess.Popen(
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise AssertionError(f"{name} did not stop in {STOP_TIMEOUT:g} s") from None
