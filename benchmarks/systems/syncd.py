"""syncd, as its users run it."""

import itertools
import json
import os
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.load.frames import BINARY, TEXT, Frame, client_frame
from benchmarks.load.http1 import OK
from benchmarks.load.link import Link, get
from benchmarks.load.steps import Page, Send, Skip, Steps, Upgrade
from benchmarks.systems.base import (
    FORMS,
    SECRET_KEY,
    Server,
    System,
    Visitor,
    free_port,
)


class Syncd(System):
    """The daemon of this project."""

    name = "syncd"
    roomy = ("--max-connections=5000",)
    crowded = ("--max-sessions=100000",)
    brief = ("--unused-session-lifetime=1000",)
    expiry = (15.0, 15.25)
    keep_alive = 37.0
    key_variable = "DOCSYNC_SECRET_KEY"
    control_env: Mapping[str, str] = {key_variable: SECRET_KEY}

    def localise(self, source: str) -> str:
        return source.replace("from bokeh.", "from syncd.")

    def start(
        self,
        app: str,
        *,
        signed: bool = False,
        options: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
    ) -> Server:
        script = self.script(app)
        port = free_port()
        command = [
            str(self.python),
            "-m",
            "syncd",
            "serve",
            str(script),
            f"--port={port}",
        ]
        variables = {
            "DOCSYNC_CONTROL_URL": f"http://127.0.0.1:{free_port()}",
            **(env or {}),
        }
        if signed:
            command.append("--session-ids=external-signed")
            variables[self.key_variable] = SECRET_KEY
        return Server(
            [*command, *options], port, self.scratch / "server.log", variables
        )

    def script(self, app: str) -> Path:
        """Write an application as syncd's users would, and return where."""
        script = self.scratch / f"{app}.py"
        source = (self.apps / f"{app}.py").read_text()
        script.write_text(self.localise(source))
        return script

    def visit(self, server: Server, app: str) -> Visitor:
        page = get(server.port, f"/{app}")
        assert page.status == OK
        return self._join(server, app, _credential(page.body))

    def _join(self, server: Server, app: str, *credential: str) -> Visitor:
        link = self.open(server, app, *credential)
        welcome, snapshot = _message(link.frame()), _message(link.frame())
        assert welcome["type"] == "welcome"
        assert snapshot["type"] == "snapshot"
        names = {
            model["fields"]["name"]: model["id"]
            for model in snapshot["models"]
            if model["fields"].get("name")
        }
        state = {"session": welcome["session"]}
        return Visitor(link, names, state=state)

    def open(self, server: Server, app: str, *credential: str) -> Link:
        """Open a WebSocket and say hello."""
        link = Link(server.port)
        link.upgrade(f"/{app}/ws", "docsync.v1", *credential)
        link.send(_hello())
        return link

    def opening(self, app: str) -> Steps:
        page = yield Page(f"/{app}")
        yield Upgrade(f"/{app}/ws", ("docsync.v1", _credential(page)))
        yield Send(_hello())
        yield Skip(2)

    def watch(self, server: Server, app: str, visitor: Visitor) -> Visitor:
        return self._join(server, app, f"docsync.token.{visitor.state['session']}")

    def watch_quickly(self, server: Server, app: str, visitor: Visitor) -> Link:
        link = self.open(server, app, f"docsync.token.{visitor.state['session']}")
        link.skip(2)
        return link

    def edit(self, visitor: Visitor, model: str, field: str, value: Any) -> bytes:
        # The form in which JSON.stringify writes it in the browser.
        text = (
            f'{{"type":"patch","seq":{next(visitor.seq)},'
            f'"changes":[{{"kind":"field_changed","model":{visitor.models[model]},'
            f'"field":"{field}","value":{json.dumps(value)}}}]}}'
        )
        return client_frame(text.encode())

    def confirm(
        self, visitor: Visitor, frames: Sequence[Frame], model: str, field: str
    ) -> Any:
        wanted = {"model": visitor.models[model], "field": field}
        for change in itertools.chain.from_iterable(map(_changes, frames)):
            if wanted.items() <= change.items():
                return change.get("value", change.get("columns"))
        raise AssertionError(f"no {field} of {model}")

    def set_column(self, visitor: Visitor, model: str, name: str, data: bytes) -> bytes:
        array = f'{{"$array":"float64","at":0,"length":{len(data) // 8}}}'
        head = (
            f'{{"type":"patch","seq":{next(visitor.seq)},'
            f'"changes":[{{"kind":"field_changed","model":{visitor.models[model]},'
            f'"field":"data","value":{{"{name}":{array}}},"bytes":{len(data)}}}]}}'
        ).encode()
        head += b" " * (-(4 + len(head)) % 8)
        return client_frame(struct.pack("<I", len(head)) + head + data, BINARY)

    def streamed(self, visitor: Visitor) -> int:
        while True:
            message = _message(visitor.link.frame())
            if message["type"] == "patch":
                assert "base" not in message, "patches were merged"
                assert message["changes"][0]["kind"] == "columns_streamed"
                return 1

    def autoload(self, app: str, session: str) -> tuple[str, Mapping[str, str]]:
        return f"/{app}/autoload.js", {}  # the same for everybody

    def embed(self, server: Server, app: str, session: str) -> Link | None:
        link = self.open(server, app, f"docsync.token.{session}")
        link.skip(2)
        return link

    def client_env(self, server: Server) -> Mapping[str, str]:
        return {
            "DOCSYNC_URL": f"http://127.0.0.1:{server.port}",
            "DOCSYNC_CONTROL_URL": server.env["DOCSYNC_CONTROL_URL"],
        }

    def sessions(self, server: Server) -> int | None:
        text = get(server.port, "/metrics").body
        return int(text.split(b"\nsyncd_sessions ")[1].split()[0])


def _credential(page: bytes) -> str:
    """Return the offer that lets a page into its session."""
    begin = page.index(b' token="') + 8
    token = page[begin : page.index(b'"', begin)].decode()
    return f"docsync.token.{token}"


def _hello() -> bytes:
    hello = {"type": "hello", "protocol": 1, "tab": os.urandom(8).hex()}
    return client_frame(json.dumps(hello, separators=(",", ":")).encode())


def _message(frame: Frame) -> dict[str, Any]:
    """Return the JSON of a message (spec/protocol.md, section 3)."""
    message = json.loads(_parts(frame)[0])
    assert isinstance(message, dict)
    return message


def _parts(frame: Frame) -> tuple[bytes, memoryview]:
    """Return JSON and buffer area of a message."""
    if frame.opcode == TEXT:
        return frame.payload, memoryview(b"")
    (size,) = struct.unpack_from("<I", frame.payload)
    return frame.payload[4 : 4 + size], memoryview(frame.payload)[4 + size :]


def _changes(frame: Frame) -> list[dict[str, Any]]:
    """Return the changes of a patch, with lists for arrays."""
    header, area = _parts(frame)
    message = json.loads(header)
    at = sum(model.get("bytes", 0) for model in message.get("models", ()))
    changes = message.get("changes", [])
    for change in changes:
        end = at + change.get("bytes", 0)
        _fill(change, area[at:end])
        at = end
    return changes


def _fill(values: dict[str, Any], part: memoryview) -> None:
    """Replace the arrays of an element's values by lists, as deep as columns are."""
    for key, value in values.items():
        if isinstance(value, dict):
            if "$array" in value and "length" in value:
                form = FORMS[value["$array"]]
                end = value["at"] + value["length"] * struct.calcsize(form)
                values[key] = part[value["at"] : end].cast(form).tolist()
            else:
                _fill(value, part)
