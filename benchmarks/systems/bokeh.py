"""The Bokeh server, as its users run it."""

import base64
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.load.frames import BINARY, Frame, client_frame, client_frames
from benchmarks.load.http1 import OK
from benchmarks.load.link import Link, get
from benchmarks.load.steps import Page, Send, Skip, Steps, Upgrade, follow
from benchmarks.systems.base import (
    FORMS,
    SECRET_KEY,
    Server,
    System,
    Visitor,
    free_port,
)


NODELAY = Path(__file__).with_name("bokeh_nodelay.py")

_ACK = 3
_PARTS = 3
_ids = itertools.count(1)


class Message(NamedTuple):
    """A message: three text frames, and two frames for every buffer."""

    header: Mapping[str, Any]
    content: Mapping[str, Any]
    buffers: Mapping[str, bytes]


class Bokeh(System):
    """The Bokeh server, as it comes."""

    name = "bokeh"
    launcher: tuple[str, ...] = ("-m", "bokeh")
    brief = ("--unused-session-lifetime=1000", "--check-unused-sessions=1000")
    expiry = (15.0, 32.0)
    keep_alive = 37.0
    key_variable = "BOKEH_SECRET_KEY"

    def __init__(self, python: Path, scratch: Path) -> None:
        super().__init__(python, scratch)
        self._document: dict[str, int] = {}

    def start(
        self,
        app: str,
        *,
        signed: bool = False,
        options: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
    ) -> Server:
        script = self.scratch / f"{app}.py"
        script.write_text((self.apps / f"{app}.py").read_text())
        port = free_port()
        command = [
            str(self.python),
            *self.launcher,
            "serve",
            str(script),
            f"--port={port}",
            f"--allow-websocket-origin=127.0.0.1:{port}",
        ]
        variables = dict(env or {})
        if signed:
            command.append("--session-ids=external-signed")
            variables[self.key_variable] = SECRET_KEY
            variables["BOKEH_SIGN_SESSIONS"] = "true"
        return Server(
            [*command, *options], port, self.scratch / "server.log", variables
        )

    def visit(self, server: Server, app: str) -> Visitor:
        page = get(server.port, f"/{app}")
        assert page.status == OK, page
        visitor = self.join(server, app, token_in(page.body))
        self._document[app] = visitor.state["frames"]
        return visitor

    def join(self, server: Server, app: str, token: str) -> Visitor:
        """Open a WebSocket to the session of a token, and receive its document."""
        link = Link(server.port)
        link.upgrade(f"/{app}/ws", "bokeh", token)
        ack, _ = next_message(link)
        assert ack.header["msgtype"] == "ACK"
        link.send(request("PULL-DOC-REQ", {}))
        reply, frames = next_message(link)
        assert reply.header["msgtype"] == "PULL-DOC-REPLY"
        names = dict(_names(reply.content["doc"]["roots"]))
        return Visitor(link, names, state={"token": token, "frames": frames})

    def quick_visit(self, server: Server, app: str) -> Link:
        if app not in self._document:
            return self.visit(server, app).link
        return super().quick_visit(server, app)

    def opening(self, app: str) -> Steps:
        page = yield Page(f"/{app}")
        yield from self._joining(app, token_in(page))

    def _joining(self, app: str, token: str) -> Steps:
        yield Upgrade(f"/{app}/ws", ("bokeh", token))
        yield Skip(_ACK)
        yield Send(request("PULL-DOC-REQ", {}))
        yield Skip(self._document[app])

    def watch(self, server: Server, app: str, visitor: Visitor) -> Visitor:
        return self.join(server, app, visitor.state["token"])

    def watch_quickly(self, server: Server, app: str, visitor: Visitor) -> Link:
        return follow(server.port, self._joining(app, visitor.state["token"]))

    def edit(self, visitor: Visitor, model: str, field: str, value: Any) -> bytes:
        event = {
            "kind": "ModelChanged",
            "model": {"id": visitor.models[model]},
            "attr": field,
            "new": value,
        }
        return request("PATCH-DOC", {"events": [event]})

    def confirm(
        self, visitor: Visitor, frames: Sequence[Frame], model: str, field: str
    ) -> Any:
        wanted = {"model": {"id": visitor.models[model]}, "attr": field}
        for message in messages(frames):
            for event in message.content.get("events", ()):
                if wanted.items() <= event.items():
                    value = event.get("new", event.get("data"))
                    return _plain(value, message.buffers)
        raise AssertionError(f"no {field} of {model}")

    def set_column(self, visitor: Visitor, model: str, name: str, data: bytes) -> bytes:
        column = {
            "type": "ndarray",
            "array": {"type": "bytes", "data": {"id": "0"}},
            "shape": [len(data) // 8],
            "dtype": "float64",
            "order": "little",
        }
        event = {
            "kind": "ModelChanged",
            "model": {"id": visitor.models[model]},
            "attr": "data",
            "new": {"type": "map", "entries": [[name, column]]},
        }
        return request("PATCH-DOC", {"events": [event]}, [data])

    def streamed(self, visitor: Visitor) -> int:
        while True:
            message, frames = next_message(visitor.link)
            if message.header["msgtype"] == "PATCH-DOC":
                (event,) = message.content["events"]
                assert event["kind"] == "ColumnsStreamed"
                return frames

    def autoload(self, app: str, session: str) -> tuple[str, Mapping[str, str]]:
        path = (
            f"/{app}/autoload.js?bokeh-autoload-element=p1001"
            f"&bokeh-app-path=/{app}&bokeh-absolute-url=http://127.0.0.1/{app}"
        )
        return path, {"Bokeh-Session-Id": session}

    def embed(self, server: Server, app: str, session: str) -> Link | None:
        return None  # the script has made the session


class BokehNoDelay(Bokeh):
    """The Bokeh server with Nagle's algorithm off, and as it comes otherwise."""

    name = "bokeh-nodelay"
    launcher = ("-P", str(NODELAY))


def token_in(page: bytes) -> str:
    """Return the session's token from a page."""
    begin = page.index(b'"token":"') + 9
    return page[begin : page.index(b'"', begin)].decode()


def request(
    kind: str, content: Mapping[str, Any], buffers: Sequence[bytes] = ()
) -> bytes:
    """Return the frames of a message as its browser client sends them.

    Buffers are named by their positions, ``"0"`` the first.
    """
    header = {"msgid": f"{next(_ids):032X}", "msgtype": kind}
    if buffers:
        header["num_buffers"] = len(buffers)
    parts = [client_frames((_json(header), b"{}", _json(content)))]
    for number, buffer in enumerate(buffers):
        parts.append(client_frame(_json({"id": str(number)})))
        parts.append(client_frame(buffer, BINARY))
    return b"".join(parts)


def next_message(link: Link) -> tuple[Message, int]:
    """Return the next message, and how many frames it had."""
    frames = [link.frame() for _ in range(_PARTS)]
    buffers = 2 * json.loads(frames[0].payload).get("num_buffers", 0)
    frames += [link.frame() for _ in range(buffers)]
    return next(messages(frames)), len(frames)


def messages(frames: Iterable[Frame]) -> Iterator[Message]:
    """Put frames together; those of a message that is not whole yet are left."""
    stream = iter(frames)
    for first in stream:
        rest = tuple(itertools.islice(stream, _PARTS - 1))
        header = json.loads(first.payload)
        count = 2 * header.get("num_buffers", 0)
        pairs = tuple(itertools.islice(stream, count))
        if len(rest) < _PARTS - 1 or len(pairs) < count:
            return
        names = (json.loads(name.payload)["id"] for name in pairs[::2])
        buffers = dict(zip(names, (data.payload for data in pairs[1::2]), strict=True))
        yield Message(header, json.loads(rest[-1].payload), buffers)


def _json(value: Any) -> bytes:
    # The form in which JSON.stringify writes it in the browser.
    return json.dumps(value, separators=(",", ":")).encode()


def _names(value: Any) -> Iterator[tuple[str, str]]:
    """Find the models that have names, however deep."""
    if isinstance(value, dict):
        name = value.get("attributes", {}).get("name")
        if name:
            yield name, value["id"]
        for item in value.values():
            yield from _names(item)
    elif isinstance(value, list):
        for item in value:
            yield from _names(item)


def _plain(value: Any, buffers: Mapping[str, bytes]) -> Any:
    """Return a value with lists for arrays and dictionaries for maps."""
    match value:
        case {"type": "map", "entries": entries}:
            return {key: _plain(item, buffers) for key, item in entries}
        case {"type": "ndarray", "array": array, "dtype": str(dtype)}:
            if isinstance(array, dict):
                data = array["data"]
                data = (
                    buffers[data["id"]]
                    if isinstance(data, dict)
                    else base64.b64decode(data)
                )
                return memoryview(data).cast(FORMS[dtype]).tolist()
            return array
        case _:
            return value
