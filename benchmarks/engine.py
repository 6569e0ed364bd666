"""The engine's ceiling: what its parts do where there is nothing but them.

Servers of websockets' `Protocol` on gevent, as one writes them, without sessions,
documents or models, on the server's core. One echoes; one does for a slider what
its callback does, and answers with the column; one streams rows as the streaming
application does. Each answer is written at once.

    python -m benchmarks.engine [--quick]
"""

from __future__ import annotations

import argparse
import contextlib
import json
import select
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import machine
from benchmarks.load.frames import BINARY, client_frame
from benchmarks.load.link import Link
from benchmarks.load.listen import listen
from benchmarks.systems.base import Server, free_port


if TYPE_CHECKING:
    from websockets.server import ServerProtocol


CLIENTS = 50
DEPTH = 16
SMALL = 100
LARGE = 10_000_000

_ECHO = b"x" * SMALL
_ANSWER = len(_ECHO) + 2
_READ = 1 << 16

_PERIOD = 0.05
_POINTS = 200
_ROWS = 100
_HEAD = b"x" * 160
"""About as much as the JSON of a patch takes."""

_EDIT = {"kind": "field_changed", "model": 1022, "field": "value", "value": 1.5}
_PATCH = {"type": "patch", "seq": 1, "base": 0, "changes": [_EDIT]}
_SLIDER = (
    json.dumps(_PATCH, separators=(",", ":")).encode(),
    len(_HEAD) + 8 * _POINTS + 4,
)
"""What is asked, and how long the frame of the answer is."""


def run(quick: bool = False) -> dict[str, float]:  # noqa: FBT002 - the runner's interface
    """Measure the engine, and return its figures.

    Returns:
        ``echo`` and ``echo_deep``: round trips of 100 bytes per second of 50
        clients that wait for each answer, and that have 16 under way each, with
        the generator's share of its core as ``echo_load`` and
        ``echo_deep_load``, and seconds of the server's CPU for one as ``echo_cpu``
        and ``echo_deep_cpu``; ``echo_alone``: the median of one client alone, in
        seconds; ``slider``: the same as ``echo`` with the callback of the sliders
        application, whose column is the answer; ``stream_cpu``: seconds of CPU
        for a patch of 100 rows, of which 50 clients get one each at the same
        time every 50 ms;
        ``large``: seconds from the first byte of a 10 MB binary message
        to the answer, and ``large_cpu`` of the server's CPU in them; ``tcp``:
        seconds of a round trip over loopback without WebSocket; ``send``:
        seconds of CPU that one small send costs the sender.
    """
    machine.pin_load()
    seconds = 0.5 if quick else 3.0
    figures = {}
    with _serving("websocket") as server:
        for name, clients, depth in (
            ("echo", CLIENTS, 1),
            ("echo_deep", CLIENTS, DEPTH),
        ):
            echoes = _echo(server, clients, depth, seconds)
            figures |= {f"{name}{key}": value for key, value in echoes.items()}
        figures["echo_alone"] = _alone(_upgraded(server), seconds / 3)
        figures |= _large(server, 10 if quick else 40)
    with _serving("slider") as server:
        echoes = _echo(server, CLIENTS, 1, seconds, _SLIDER)
        figures |= {f"slider{key}": value for key, value in echoes.items()}
    with _serving("stream") as server:
        figures["stream_cpu"] = _stream(server, seconds)
    with _serving("tcp") as server:
        link = Link(server.port)
        figures["tcp"] = _alone(link, seconds / 3)
        link.close()
    figures["send"] = min(_send() for _ in range(3 if quick else 10))
    return figures


TITLES = {
    "echo": ("echo of 100 bytes, 50 clients, one under way each", "1/s"),
    "echo_deep": ("the same with 16 under way each", "1/s"),
    "echo_cpu": ("CPU of the server for one", "s"),
    "echo_deep_cpu": ("CPU of the server for one of 16 under way", "s"),
    "echo_alone": ("echo of 100 bytes, one client, p50", "s"),
    "slider": ("the callback of a slider, its column sent, 50 clients", "1/s"),
    "slider_cpu": ("CPU of the server for one", "s"),
    "stream_cpu": ("100 rows to each of 50 every 50 ms, CPU of one patch", "s"),
    "large": ("10 MB binary message, to its answer", "s"),
    "large_cpu": ("CPU of the server for it", "s"),
    "tcp": ("round trip over loopback TCP, p50", "s"),
    "send": ("one send of 100 bytes, CPU", "s"),
}
"""What the figures are called, and their units."""


# The generator


def _echo(
    server: Server,
    clients: int,
    depth: int,
    seconds: float,
    request: tuple[bytes, int] = (_ECHO, _ANSWER),
) -> dict[str, float]:
    """Return round trips per second, the generator's share, the server's CPU.

    All answers are equally long, so their bytes are counted; whoever got some
    asks as often again, in one send.
    """
    links = {}
    poll = select.epoll()
    asked, size = request
    for _ in range(clients):
        link = _upgraded(server)
        links[link.sock.fileno()] = link.sock
        poll.register(link.sock, select.EPOLLIN)
    frames = [client_frame(asked) * count for count in range(depth + 1)]
    over = dict.fromkeys(links, 0)
    for sock in links.values():
        sock.sendall(frames[depth])
    count, cpu, began = 0, time.process_time(), time.perf_counter()
    server_cpu = server.cpu()
    while time.perf_counter() < began + seconds:
        for number, _ in poll.poll(1.0):
            sock = links[number]
            answers, over[number] = divmod(over[number] + len(sock.recv(_READ)), size)
            if answers:
                sock.send(frames[answers])
                count += answers
    elapsed, cpu = time.perf_counter() - began, time.process_time() - cpu
    server_cpu = server.cpu() - server_cpu
    poll.close()
    for sock in links.values():
        sock.close()
    return {"": count / elapsed, "_load": cpu / elapsed, "_cpu": server_cpu / count}


def _alone(link: Link, seconds: float) -> float:
    """Return the median of a round trip of one client."""
    frame, times = client_frame(_ECHO), []
    until = time.perf_counter() + seconds
    while (began := time.perf_counter()) < until:
        link.sock.sendall(frame)
        link.sock.recv(_READ)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def _stream(server: Server, seconds: float) -> float:
    """Return the server's CPU for a patch."""
    links = [_upgraded(server) for _ in range(CLIENTS)]
    listen(links, 0.5)
    cpu = server.cpu()
    heard = listen(links, seconds)
    cpu = server.cpu() - cpu
    for link in links:
        link.close()
    return cpu / heard.frames


def _large(server: Server, count: int) -> dict[str, float]:
    link, frame = _upgraded(server), client_frame(bytes(LARGE), BINARY)
    cpu, times = server.cpu(), []
    for _ in range(count):
        began = time.perf_counter()
        link.sock.sendall(frame)
        link.skip(1)
        times.append(time.perf_counter() - began)
    cpu = (server.cpu() - cpu) / count
    link.close()
    return {"large": statistics.median(times), "large_cpu": cpu}


def _send() -> float:
    """Return the CPU of sending something small to somebody who takes it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        sender = socket.create_connection(listener.getsockname())
        taker, _ = listener.accept()
        with sender, taker:
            sender.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            cpu, often, turns = 0.0, 50, 40
            for _ in range(turns):
                began = time.process_time()
                for _ in range(often):
                    sender.send(_ECHO)
                cpu += time.process_time() - began
                taker.recv(_READ)
    return cpu / often / turns


def _upgraded(server: Server) -> Link:
    link = Link(server.port)
    link.upgrade("/", "echo")
    return link


# The server


@contextlib.contextmanager
def _serving(kind: str) -> Iterator[Server]:
    port = free_port()
    root = Path(__file__).parents[1]
    own = root / "build" / "bench" / "syncd" / "bin" / "python"
    python = own if own.exists() else Path(sys.executable)
    command = ["taskset", "-c", str(machine.SERVER_CORE), str(python)]
    command += ["-m", "benchmarks.engine", "--serve", kind, str(port)]
    process = subprocess.Popen(command, cwd=root)
    try:
        server = _Running(process, port)
        server.wait()
        yield server
    finally:
        process.kill()
        process.wait()


class _Running(Server):
    """A server without a log."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.port = port

    def wait(self) -> None:
        """Wait until it listens."""
        while self.process.poll() is None:
            try:
                Link(self.port).close()
            except OSError:
                time.sleep(0.01)
            else:
                return
        raise RuntimeError("the echo server ended")


def _serve(kind: str, port: int) -> None:
    """Serve echoes for ever, in a process of its own."""
    from gevent.server import StreamServer  # noqa: PLC0415 - the server's alone

    handle = _HANDLERS[kind]()

    def serve(sock: socket.socket, address: object) -> None:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with contextlib.suppress(ConnectionError):  # a client that has had enough
            handle(sock)

    StreamServer(("127.0.0.1", port), serve).serve_forever()


Handler = Callable[[socket.socket], None]
"""Serves one connection to its end."""


def _bytes_echoed() -> Handler:
    def handle(sock: socket.socket) -> None:
        while data := sock.recv(_READ):
            sock.sendall(data)

    return handle


def _messages_echoed() -> Handler:
    """Return what answers small messages with themselves, others with one byte."""
    return _answering(lambda data: data if len(data) <= SMALL else b".")


def _slider_moved() -> Handler:
    """Return what answers an edit with the column that its callback computes."""
    import numpy as np  # noqa: PLC0415 - likewise
    from msgspec.json import decode  # noqa: PLC0415 - likewise

    def move(data: bytes) -> bytes:
        value = decode(data)["changes"][0]["value"]
        x = np.linspace(0, 4 * np.pi, _POINTS)
        y = 1.0 * np.sin(1.0 * x + 0.0) + value
        return b"".join((_HEAD, y))

    return _answering(move)


def _rows_streamed() -> Handler:
    """Return what sends rows at the times at which all others do."""
    import gevent  # noqa: PLC0415 - likewise
    import numpy as np  # noqa: PLC0415 - likewise

    def stream(protocol: ServerProtocol, sock: socket.socket) -> None:
        begin = 0
        while True:
            gevent.sleep(_PERIOD - time.monotonic() % _PERIOD)
            x = np.arange(begin, begin + _ROWS, dtype=float)
            protocol.send_binary(b"".join((_HEAD, x, np.sin(x / 100))))
            sock.sendall(b"".join(protocol.data_to_send()))
            begin += _ROWS

    return _answering(lambda data: data, stream)


def _answering(
    answer: Callable[[bytes], bytes],
    after: Callable[[ServerProtocol, socket.socket], None] | None = None,
) -> Handler:
    """Return what answers each message; what is done after the upgrade."""
    from websockets.frames import DATA_OPCODES, Opcode  # noqa: PLC0415 - likewise
    from websockets.server import ServerProtocol  # noqa: PLC0415 - likewise

    def take(protocol: ServerProtocol) -> None:
        for event in protocol.events_received():
            opcode = getattr(event, "opcode", None)
            if opcode is None:
                protocol.send_response(protocol.accept(event))
            elif opcode in DATA_OPCODES:
                said = answer(event.data)
                if opcode is Opcode.TEXT and said is event.data:
                    protocol.send_text(said)
                else:
                    protocol.send_binary(said)

    def handle(sock: socket.socket) -> None:
        protocol = ServerProtocol(max_size=None)
        while data := sock.recv(_READ):
            protocol.receive_data(data)
            take(protocol)
            sock.sendall(b"".join(protocol.data_to_send()))
            if after is not None:
                after(protocol, sock)

    return handle


_HANDLERS = {
    "tcp": _bytes_echoed,
    "websocket": _messages_echoed,
    "slider": _slider_moved,
    "stream": _rows_streamed,
}


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.engine")
    parser.add_argument("--quick", action="store_true", help="a short run")
    parser.add_argument("--serve", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        _serve(given.serve[0], int(given.serve[1]))
        return
    for name, value in run(given.quick).items():
        print(f"{name:16} {value:.6g}")


if __name__ == "__main__":
    main()
