"""Run the starter: syncd and Flask together, with a key made for this run.

``PORT`` and ``SYNCD_PORT`` choose other ports than 5000 and 5006. Ctrl-C stops
both; and if one of them ends, so does the other.
"""
# ruff: noqa: T201 - it speaks to whoever runs it

from __future__ import annotations

import ctypes
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, suppress
from pathlib import Path


HERE = Path(__file__).resolve().parent
HOST = "127.0.0.1"

START_TIMEOUT = 30.0
"""Seconds for both to answer; the first import of numpy may take a few."""

STOP_TIMEOUT = 4.0
"""Seconds to end in before they are killed."""

_MAX_PORT = 65535
_PR_SET_PDEATHSIG = 1


class TroubleError(Exception):
    """What to tell the user, instead of a traceback."""


class Program:
    """One of the two, in a process group of its own."""

    def __init__(self, name: str, arguments: list[str], env: dict[str, str]) -> None:
        self.name = name
        self.process = subprocess.Popen(  # noqa: S603 - our own programs
            [sys.executable, "-m", *arguments],
            cwd=HERE,
            env=env,
            stdin=subprocess.DEVNULL,
            # Ctrl-C is for us; we pass it on, so that both end in good order.
            start_new_session=True,
            preexec_fn=_end_with_parent if _libc else None,  # noqa: PLW1509 - no threads yet
        )

    def check(self) -> None:
        """Raise if it has ended."""
        status = self.process.poll()
        if status is not None:
            how = f"with status {status}" if status >= 0 else f"by signal {-status}"
            raise TroubleError(f"{self.name} has ended {how}; see its messages above")

    def signal(self, number: int) -> None:
        """Send a signal to the whole group, as long as there is one."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, number)


_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def _end_with_parent() -> None:
    """Ask the kernel to end this process should ours be killed."""
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def main() -> int:
    """Run both until told to stop; return the exit status."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stopping.set())
    try:
        port, syncd_port = choose_ports()
        with ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="docsync-"))
            programs: list[Program] = []
            stack.callback(stop, programs)
            start(programs, folder, port, syncd_port)
            run(programs, port, syncd_port, stopping)
    except TroubleError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def choose_ports() -> tuple[int, int]:
    """Return the two ports, or say which variable to change."""
    wanted = {"PORT": 5000, "SYNCD_PORT": 5006}
    chosen = {name: read_port(name, default) for name, default in wanted.items()}
    if chosen["PORT"] == chosen["SYNCD_PORT"]:
        raise TroubleError(
            f"PORT and SYNCD_PORT are both {chosen['PORT']}; they must differ"
        )
    taken = [
        f"port {port} is taken; choose another one with {name}=…"
        for name, port in chosen.items()
        if is_taken(port)
    ]
    if taken:
        raise TroubleError("\n".join(taken))
    return chosen["PORT"], chosen["SYNCD_PORT"]


def read_port(name: str, default: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _MAX_PORT:
        raise TroubleError(f"{name} is {text!r}, expected a port from 1 to {_MAX_PORT}")
    return int(text)


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        # As servers do: a port that was in use a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def start(programs: list[Program], folder: str, port: int, syncd_port: int) -> None:
    """Start syncd and Flask with one key and a control socket for the two."""
    control = f"unix://{folder}/control.sock"
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DOCSYNC_", "FLASK_"))
    } | {
        "DOCSYNC_SECRET_KEY": secrets.token_urlsafe(32),
        "DOCSYNC_SIGN_SESSIONS": "yes",
        "DOCSYNC_URL": f"http://{HOST}:{syncd_port}",
        "DOCSYNC_CONTROL_URL": control,
        "PYTHONUNBUFFERED": "1",
    }
    syncd = [
        *("syncd", "serve"),
        *(str(HERE / "app" / "docsync" / f"{name}.py") for name in ("sliders", "bars")),
        *("--address", HOST, "--port", str(syncd_port), "--control-bind", control),
        *("--allow-websocket-origin", f"{HOST}:{port}"),
        *("--allow-websocket-origin", f"localhost:{port}"),
        *("--session-ids", "external-signed", "--disable-index"),
        *("--log-level", "warning"),
    ]
    flask = [
        *("gunicorn", "--bind", f"{HOST}:{port}", "--threads", "8"),
        *("--log-level", "warning", "--graceful-timeout", "1", "--no-control-socket"),
        "application:app",
    ]
    programs.append(Program("syncd", syncd, env))
    flask_env = env | {"SECRET_KEY": secrets.token_urlsafe(32)}
    programs.append(Program("Flask", flask, flask_env))


def run(
    programs: list[Program], port: int, syncd_port: int, stopping: threading.Event
) -> None:
    """Say where to look once both answer, and stay until the end."""
    deadline = time.monotonic() + START_TIMEOUT
    for url in (f"http://{HOST}:{syncd_port}/healthz", f"http://{HOST}:{port}/"):
        while not answers(url):
            check(programs, stopping)
            if stopping.wait(0.05):
                return
            if time.monotonic() > deadline:
                raise TroubleError(f"{url} did not answer within {START_TIMEOUT:g} s")
    print(f"The starter is at http://{HOST}:{port}/ (Ctrl-C stops it)", flush=True)
    while not stopping.wait(0.2):
        check(programs, stopping)


def check(programs: list[Program], stopping: threading.Event) -> None:
    """Raise if one of them has ended, unless all are to end anyway."""
    if not stopping.is_set():
        for program in programs:
            program.check()


def answers(url: str) -> bool:
    # Not through a proxy that the environment may name.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=2):
            return True
    except (urllib.error.URLError, OSError):
        return False


def stop(programs: list[Program]) -> None:
    """End both, the hard way if they do not do it themselves."""
    for program in programs:
        program.signal(signal.SIGTERM)
    deadline = time.monotonic() + STOP_TIMEOUT
    for program in programs:
        try:
            program.process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            print(f"{program.name} did not stop by itself", file=sys.stderr)
        program.signal(signal.SIGKILL)  # whatever is left of its group
        program.process.wait()


if __name__ == "__main__":
    sys.exit(main())
