"""What a figure needs of a system."""

import contextlib
import itertools
import os
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import machine
from benchmarks.load.frames import Frame
from benchmarks.load.http1 import OK
from benchmarks.load.link import Link, get
from benchmarks.load.steps import Steps, follow


START_TIMEOUT = 30.0
STOP_TIMEOUT = 10.0
SECRET_KEY = "a-key-for-measurements-only-0123456789"

FORMS = {
    "int8": "b",
    "uint8": "B",
    "int16": "h",
    "uint16": "H",
    "int32": "i",
    "uint32": "I",
    "float32": "f",
    "float64": "d",
}
"""The types of columns, as `struct` names their items."""

APPS = Path(__file__).parents[1] / "apps"
CLIENTS = Path(__file__).parents[1] / "clients"


@dataclass(slots=True)
class Visitor:
    """A browser tab that has got its first document.

    Attributes:
        link: Its WebSocket, with nothing left to be read.
        models: Ids of the models that have names, by name.
        seq: Counts what it has sent.
        state: What else its system remembers.
    """

    link: Link
    models: Mapping[str, Any]
    seq: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    state: dict[str, Any] = field(default_factory=dict)


class Server:
    """A fresh server process on a core of its own."""

    def __init__(
        self, command: Sequence[str], port: int, log: Path, env: Mapping[str, str]
    ) -> None:
        self.port = port
        self.env = env
        self.log = log
        self._file = log.open("wb")
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            ["taskset", "-c", str(machine.SERVER_CORE), *command],
            stdout=self._file,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **env},
            cwd=log.parent,
        )

    @property
    def pid(self) -> int:
        """The process."""
        return self.process.pid

    def wait_for(self, path: str) -> float:
        """Return the seconds from start to the first answer with status 200."""
        while True:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended:\n{self.log.read_text()}")
            with contextlib.suppress(OSError):
                if get(self.port, path).status == OK:
                    return time.perf_counter() - self.began
            if time.perf_counter() - self.began > START_TIMEOUT:
                raise RuntimeError(
                    f"the server does not answer:\n{self.log.read_text()}"
                )
            time.sleep(0.005)

    def cpu(self) -> float:
        """Return the seconds of CPU taken so far."""
        return machine.cpu_seconds(self.pid)

    def rss(self) -> int:
        """Return the resident memory, in bytes."""
        return machine.rss(self.pid)

    def stop(self) -> None:
        """End the process."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._file.close()


class System(ABC):
    """A server, and how its browsers speak with it.

    Args:
        python: The interpreter of the environment that it is installed in.
        scratch: A folder for logs and generated files.
    """

    name: str

    apps: Path = APPS
    """Where the applications are, as they are written for Bokeh."""

    roomy: Sequence[str] = ()
    """Flags that let thousands watch one session."""

    crowded: Sequence[str] = ()
    """Flags that let sessions by the tens of thousands live."""

    brief: Sequence[str] = ()
    """Flags that let sessions end a second after nobody watches them any more."""

    expiry: tuple[float, float]
    """Seconds from a goodbye until sessions begin to end: at least, at most."""

    keep_alive: float
    """How often connections are pinged, in seconds."""

    key_variable: str
    """The variable of the environment in which it looks for the secret key."""

    control_env: Mapping[str, str] = {}
    """What a server needs in its environment to let other processes in."""

    def __init__(self, python: Path, scratch: Path) -> None:
        self.python = python
        self.scratch = scratch
        scratch.mkdir(parents=True, exist_ok=True)

    @abstractmethod
    def start(
        self,
        app: str,
        *,
        signed: bool = False,
        options: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
    ) -> Server:
        """Start a server of ``apps/{app}.py`` as its users do.

        Args:
            app: The name of the application, served at ``/{app}``.
            signed: Whether session ids must be signed with `SECRET_KEY`.
            options: Further flags.
            env: Further variables of the environment.
        """

    @abstractmethod
    def visit(self, server: Server, app: str) -> Visitor:
        """Open the application's own page in a new session, as a browser does.

        The page is fetched on a connection that is closed, then the
        WebSocket is opened and the first document is received, and parsed.
        """

    @abstractmethod
    def opening(self, app: str) -> Steps:
        """Return the steps of a visit that reads no more than frame headers.

        Only after a first `visit`, which shows how many frames a document has.
        """

    def quick_visit(self, server: Server, app: str) -> Link:
        """Do what `visit` does, and read of the document no more than frame headers."""
        return follow(server.port, self.opening(app))

    @abstractmethod
    def watch(self, server: Server, app: str, visitor: Visitor) -> Visitor:
        """Open a further WebSocket to the visitor's session."""

    @abstractmethod
    def edit(self, visitor: Visitor, model: str, field: str, value: Any) -> bytes:
        """Return the frames with which a browser sets a field."""

    @abstractmethod
    def confirm(
        self, visitor: Visitor, frames: Sequence[Frame], model: str, field: str
    ) -> Any:
        """Return what the frames say is the new value, or raise `AssertionError`.

        The frames begin with a whole message; one that is cut short at their
        end is disregarded. A field of columns is a dictionary of those that
        came, each a list of its values.
        """

    @abstractmethod
    def watch_quickly(self, server: Server, app: str, visitor: Visitor) -> Link:
        """Do what `watch` does, and read of the document no more than headers."""

    @abstractmethod
    def set_column(self, visitor: Visitor, model: str, name: str, data: bytes) -> bytes:
        """Return the frames with which a browser makes floats the only column."""

    @abstractmethod
    def streamed(self, visitor: Visitor) -> int:
        """Wait for a patch of streamed columns; return how many frames it is."""

    @abstractmethod
    def autoload(self, app: str, session: str) -> tuple[str, Mapping[str, str]]:
        """Return path and headers of the request for the script of an embed."""

    @abstractmethod
    def embed(self, server: Server, app: str, session: str) -> Link | None:
        """Do what comes after the script until there is a session.

        Returns:
            The WebSocket, if it is what makes the session.
        """

    def client(self, name: str, *arguments: str, **env: str) -> subprocess.Popen[str]:
        """Start a program of ``clients/`` in the system's own environment.

        It runs where the generator runs, and speaks over its standard streams.
        """
        script = self.scratch / f"client_{name}.py"
        if not script.exists():  # one that starts reads it meanwhile
            script.write_text(self.localise((CLIENTS / f"{name}.py").read_text()))
        return subprocess.Popen(
            [str(self.python), str(script), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, self.key_variable: SECRET_KEY, **env},
            cwd=self.scratch,
        )

    def client_env(self, server: Server) -> Mapping[str, str]:
        """Return what another process needs in its environment to find the server."""
        del server
        return {}

    def localise(self, source: str) -> str:
        """Return a program written for Bokeh with this system's imports."""
        return source

    def session_ids(self, count: int) -> list[str]:
        """Return signed session ids."""
        with self.client("session_ids", str(count)) as process:
            return process.communicate()[0].split()

    def sessions(self, server: Server) -> int | None:
        """Return how many sessions live, if the server tells."""
        del server
        return None

    @contextlib.contextmanager
    def serving(self, app: str, **options: Any) -> Iterator[Server]:
        """Serve an application for the block, from when it answers.

        Its page is not for everybody where session ids come from elsewhere.
        """
        server = self.start(app, **options)
        try:
            server.wait_for(f"/{app}/metadata" if options.get("signed") else f"/{app}")
            yield server
        finally:
            server.stop()

    def edits(
        self, visitor: Visitor, model: str, field: str, values: Sequence[Any]
    ) -> Callable[[], bytes]:
        """Return what makes one edit after another, of these values in turn."""
        turn = itertools.cycle(values)
        return lambda: self.edit(visitor, model, field, next(turn))


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
