"""A real ``syncd serve`` in a process of its own."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from support.wait import eventually


SECRET_KEY = "a-key-for-tests-only-0123456789abcdef"

START_TIMEOUT = 60.0
STOP_TIMEOUT = 5.0
PATIENCE = 15.0  # with a machine that is busy

# Longer than the first import of numpy by an app on a very busy machine.
MAX_BLOCKING_TIME = 4.0

_LISTENING = re.compile(r"syncd is listening on (?P<url>http://\S+:(?P<port>\d+))")
_CONTROL = re.compile(r"syncd control API is listening on (?P<url>\S+)")
_READY = "syncd is ready"
_BLOCKED = "appears to be blocked"


class Addresses(NamedTuple):
    """Where a daemon says that it listens."""

    url: str
    port: int
    control_url: str | None


class Daemon:
    """A running daemon; made by `daemon`."""

    def __init__(
        self, process: subprocess.Popen[bytes], log_path: Path, *, may_block: bool
    ) -> None:
        self.process = process
        self._log_path = log_path
        self._may_block = may_block
        self._addresses: Addresses | None = None
        self._last_log: str | None = None

    @property
    def pid(self) -> int:
        """The process id of the daemon."""
        return self.process.pid

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self.process.poll() is None

    @property
    def addresses(self) -> Addresses:
        """Where the daemon said that it listens."""
        assert self._addresses is not None, "the daemon has not been started"
        return self._addresses

    @property
    def url(self) -> str:
        """The public address, without a slash at its end."""
        return self.addresses.url

    @property
    def port(self) -> int:
        """The public port."""
        return self.addresses.port

    @property
    def control_url(self) -> str:
        """The address of the control API."""
        url = self.addresses.control_url
        assert url is not None, f"there is no control API:\n{self.log()}"
        return url

    def log(self) -> str:
        """Return everything that was logged so far; still there after the block."""
        if self._last_log is None:
            return self._log_path.read_text(errors="replace")
        return self._last_log

    def wait_for_log(self, text: str, *, timeout: float = 20.0) -> None:
        """Wait until ``text`` is in the log."""
        eventually(
            lambda: text in self.log(),
            lambda: f"{text!r} is not in the log:\n{self.log()}",
            timeout=timeout,
        )

    def wait_until_ready(self) -> None:
        """Wait for the line that says so, and note the addresses before it."""
        eventually(
            lambda: not self.running or _READY in self.log(),
            lambda: f"the daemon is not ready:\n{self.log()}",
            timeout=START_TIMEOUT,
        )
        log = self.log()
        listening = _LISTENING.search(log)
        assert self.running, f"the daemon ended with {self.process.poll()}:\n{log}"
        assert listening, f"the daemon did not say where it listens:\n{log}"
        control = _CONTROL.search(log)
        self._addresses = Addresses(
            url=listening["url"].rstrip("/"),
            port=int(listening["port"]),
            control_url=control["url"].rstrip("/") if control else None,
        )

    def stop(self, number: int = signal.SIGTERM) -> None:
        """Ask the daemon to drain; it must end well within its 5 seconds.

        May be called again.
        """
        if self.running:
            self.process.send_signal(number)
        try:
            status = self.process.wait(STOP_TIMEOUT + PATIENCE)
        except subprocess.TimeoutExpired:
            raise AssertionError(
                f"the daemon did not stop in {STOP_TIMEOUT + PATIENCE:g} s:\n{self.log()}"
            ) from None
        assert status == 0, f"the daemon ended with {status}:\n{self.log()}"
        self.check_hub()

    def kill(self) -> None:
        """End the daemon and its children the hard way, as a crash would."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def keep_log(self) -> None:
        """Remember the log, since its file is about to go."""
        self._last_log = self.log()

    def check_hub(self) -> None:
        """Fail if gevent's monitor saw a greenlet hold up all others."""
        if not self._may_block:
            assert _BLOCKED not in self.log(), f"the hub was blocked:\n{self.log()}"


@contextlib.contextmanager
def daemon(
    *args: str,
    apps: Sequence[str | Path] = (),
    env: Mapping[str, str] | None = None,
    secret_key: str | None = SECRET_KEY,
    cwd: Path | None = None,
    python: str | Path = sys.executable,
    may_block: bool = False,
    program: Path | None = None,
) -> Iterator[Daemon]:
    """Run ``syncd serve``, or a program that serves by itself, on free loopback ports until the block ends.

    ``args`` are added to the command line and may choose ports themselves. Without
    a secret key there is no control API. The daemon is stopped as supervisord
    would stop it, and must exit with 0, unless the test ended it.
    """
    command = [str(python), "-m", "syncd", "serve", *map(str, apps), *args]
    if program is not None:
        command = [str(python), str(program), *args]
    elif "--port" not in args:
        command += ["--port", "0"]
    if "--control-bind" not in args and secret_key is not None:
        command += ["--control-bind", "127.0.0.1:0"]
    with tempfile.TemporaryDirectory(prefix="docsync-") as folder:
        log_path = Path(folder, "log")
        with log_path.open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=cwd,
                env=_environment(env or {}, secret_key),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        running = Daemon(process, log_path, may_block=may_block)
        try:
            running.wait_until_ready()
            yield running
            if running.running:
                running.stop()
            running.check_hub()
        except BaseException as error:
            error.add_note(f"The log of {' '.join(command)}:\n{running.log()}")
            raise
        finally:
            running.kill()
            running.keep_log()


def _environment(extra: Mapping[str, str], secret_key: str | None) -> dict[str, str]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("DOCSYNC_")
    }
    environment |= {
        "GEVENT_MONITOR_THREAD_ENABLE": "1",
        "GEVENT_MAX_BLOCKING_TIME": str(MAX_BLOCKING_TIME),
        "PYTHONUNBUFFERED": "1",
    }
    if secret_key is not None:
        environment["DOCSYNC_SECRET_KEY"] = secret_key
    return environment | dict(extra)
