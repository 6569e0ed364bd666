"""syncd, as its users run it."""

import json
import os
import struct
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.load.frames import TEXT, Frame, client_frame
from benchmarks.load.link import Link, get
from benchmarks.systems.base import APPS, SECRET_KEY, Server, System, Visitor, free_port


class Syncd(System):
    """The daemon of this project."""

    name = "syncd"

    def start(
        self,
        app: str,
        *,
        signed: bool = False,
        options: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
    ) -> Server:
        script = self.scratch / f"{app}.py"
        source = (APPS / f"{app}.py").read_text()
        script.write_text(source.replace("from bokeh.", "from syncd."))
        port = free_port()
        command = [
            str(self.python),
            "-m",
            "syncd",
            "serve",
            str(script),
            f"--port={port}",
        ]
        variables = dict(env or {})
        if signed:
            command.append("--session-ids=external-signed")
            variables["DOCSYNC_SECRET_KEY"] = SECRET_KEY
        return Server(
            [*command, *options], port, self.scratch / "server.log", variables
        )

    def visit(self, server: Server, app: str) -> Visitor:
        assert get(server.port, f"/{app}").status == 200  # noqa: PLR2004 - OK
        return self._join(server, app)

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
        state = {"session": welcome["session"], "base": welcome["revision"]}
        return Visitor(link, names, state=state)

    def open(self, server: Server, app: str, *credential: str) -> Link:
        """Open a WebSocket and say hello."""
        link = Link(server.port)
        link.upgrade(f"/{app}/ws", "docsync.v1", *credential)
        hello = {"type": "hello", "protocol": 1, "tab": os.urandom(8).hex()}
        link.send(client_frame(json.dumps(hello, separators=(",", ":")).encode()))
        return link

    def quick_visit(self, server: Server, app: str) -> Link:
        assert get(server.port, f"/{app}").status == 200  # noqa: PLR2004 - OK
        link = self.open(server, app)
        link.skip(2)
        return link

    def watch(self, server: Server, app: str, visitor: Visitor) -> Visitor:
        return self._join(server, app, f"docsync.token.{visitor.state['session']}")

    def edit(self, visitor: Visitor, model: str, field: str, value: Any) -> bytes:
        # The form in which JSON.stringify writes it in the browser.
        text = (
            f'{{"type":"patch","seq":{next(visitor.seq)},"base":{visitor.state["base"]},'
            f'"changes":[{{"kind":"field_changed","model":{visitor.models[model]},'
            f'"field":"{field}","value":{json.dumps(value)}}}]}}'
        )
        return client_frame(text.encode())

    def confirm(self, frames: Sequence[Frame], model: str, field: str) -> Any:
        raise NotImplementedError


def _message(frame: Frame) -> dict[str, Any]:
    """Return the JSON of a message (spec/protocol.md, section 3)."""
    data = frame.payload
    if frame.opcode != TEXT:
        (size,) = struct.unpack_from("<I", data)
        data = data[4 : 4 + size]
    message = json.loads(data)
    assert isinstance(message, dict)
    return message
