"""The engine's ceiling: what its parts do where there is nothing but them.

An echo server of websockets' `Protocol` on gevent, without sessions, documents
or models, on the server's core; no figure of syncd can be better than that.

    python -m benchmarks.engine [--quick]
"""

import argparse
import contextlib
import select
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import machine
from benchmarks.load.frames import BINARY, client_frame
from benchmarks.load.link import Link
from benchmarks.systems.base import Server, free_port


CLIENTS = 50
DEPTH = 16
SMALL = 100
LARGE = 10_000_000

_ECHO = b"x" * SMALL
_ANSWER = len(_ECHO) + 2
_READ = 1 << 16


def run(quick: bool = False) -> dict[str, float]:  # noqa: FBT002 - the runner's interface
    """Measure the engine, and return its figures.

    Returns:
        ``echo`` and ``echo_deep``: round trips of 100 bytes per second of 50
        clients that wait for each answer, and that have 16 under way each, with
        the generator's share of its core as ``echo_load`` and
        ``echo_deep_load``, and seconds of the server's CPU for one as ``echo_cpu``
        and ``echo_deep_cpu``; ``echo_alone``: the median of one client alone, in
        seconds; ``large``: seconds from the first byte of a 10 MB binary message
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
    "large": ("10 MB binary message, to its answer", "s"),
    "large_cpu": ("CPU of the server for it", "s"),
    "tcp": ("round trip over loopback TCP, p50", "s"),
    "send": ("one send of 100 bytes, CPU", "s"),
}
"""What the figures are called, and their units."""


# The generator


def _echo(server: Server, clients: int, depth: int, seconds: float) -> dict[str, float]:
    """Return round trips per second, the generator's share, the server's CPU.

    All answers are equally long, so their bytes are counted; whoever got some
    asks as often again, in one send.
    """
    links = {}
    poll = select.epoll()
    for _ in range(clients):
        link = _upgraded(server)
        links[link.sock.fileno()] = link.sock
        poll.register(link.sock, select.EPOLLIN)
    frames = [client_frame(_ECHO) * count for count in range(depth + 1)]
    over = dict.fromkeys(links, 0)
    for sock in links.values():
        sock.sendall(frames[depth])
    count, cpu, began = 0, time.process_time(), time.perf_counter()
    server_cpu = server.cpu()
    while time.perf_counter() < began + seconds:
        for number, _ in poll.poll(1.0):
            sock = links[number]
            answers, over[number] = divmod(
                over[number] + len(sock.recv(_READ)), _ANSWER
            )
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

    handle = {"tcp": _echo_bytes, "websocket": _echo_messages()}[kind]

    def serve(sock: socket.socket, address: object) -> None:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with contextlib.suppress(ConnectionError):  # a client that has had enough
            handle(sock)

    StreamServer(("127.0.0.1", port), serve).serve_forever()


def _echo_bytes(sock: socket.socket) -> None:
    while data := sock.recv(_READ):
        sock.sendall(data)


def _echo_messages() -> Callable[[socket.socket], None]:
    """Return what answers small messages with themselves, others with one byte."""
    from websockets.frames import DATA_OPCODES, Opcode  # noqa: PLC0415 - likewise
    from websockets.server import ServerProtocol  # noqa: PLC0415 - likewise

    def answer(protocol: ServerProtocol) -> None:
        for event in protocol.events_received():
            opcode = getattr(event, "opcode", None)
            if opcode is None:
                protocol.send_response(protocol.accept(event))
            elif opcode in DATA_OPCODES:
                data = event.data if len(event.data) <= SMALL else b"."
                if opcode is Opcode.TEXT:
                    protocol.send_text(data)
                else:
                    protocol.send_binary(data)

    def handle(sock: socket.socket) -> None:
        protocol = ServerProtocol(max_size=None)
        while data := sock.recv(_READ):
            protocol.receive_data(data)
            answer(protocol)
            sock.sendall(b"".join(protocol.data_to_send()))

    return handle


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
