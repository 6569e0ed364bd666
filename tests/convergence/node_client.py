"""The browser's own session code under Node, as one of the clients.

The process speaks in frames over its standard input and output;
`browser/test/convergence/peer.ts` describes them. One process serves all
schedules, one after another.
"""

import json
import struct
import subprocess
from pathlib import Path
from typing import Any

from convergence.mirror import canonical
from support import needs
from syncd.protocol import PatchRows, Payload, StreamRows


BROWSER = Path(__file__).parent.parent.parent / "browser"

_COMMAND, _TEXT, _BINARY, _REPLY, _DONE = range(5)


class NodeProcess:
    """One Node process; `ask` writes a frame and reads all that it causes."""

    def __init__(self) -> None:
        subprocess.run(
            [
                needs.node(),
                "node_modules/vite/bin/vite.js",
                "build",
                "--logLevel",
                "error",
                "--config",
                "test/convergence/vite.config.ts",
            ],
            cwd=BROWSER,
            check=True,
        )
        self._process = subprocess.Popen(
            [needs.node(), str(BROWSER / "build" / "peer" / "peer.mjs")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()

    def ask(self, kind: int, content: bytes) -> tuple[list[Payload], dict[str, Any]]:
        """Return the messages to the server and the reply, if there is one."""
        assert self._process.stdin is not None
        self._process.stdin.write(struct.pack("<IB", len(content) + 1, kind) + content)
        self._process.stdin.flush()
        messages: list[Payload] = []
        reply: dict[str, Any] = {}
        while True:
            kind, content = self._read()
            if kind == _DONE:
                assert "error" not in reply, reply["error"]
                return messages, reply
            if kind == _REPLY:
                reply = json.loads(content)
            else:
                messages.append(Payload(content, text=kind == _TEXT))

    def _read(self) -> tuple[int, bytes]:
        assert self._process.stdout is not None
        size, kind = struct.unpack("<IB", self._process.stdout.read(5))
        return kind, self._process.stdout.read(size - 1)


class NodeClient:
    """A client of a world that lives in the Node process."""

    def __init__(self, process: NodeProcess, tab: str) -> None:
        self.tab = tab
        self._process = process
        self.outcomes: dict[int, str] = {}
        self._command("reset", tab=tab, held=True)

    def _command(self, cmd: str, **members: Any) -> dict[str, Any]:
        return self._ask(cmd, **members)[1]

    def _ask(self, cmd: str, **members: Any) -> tuple[list[Payload], dict[str, Any]]:
        command = json.dumps({"cmd": cmd, **members}).encode()
        return self._process.ask(_COMMAND, command)

    # Edits

    def set(self, model: int, name: str, value: Any) -> int | None:
        reply = self._command("edit", model=model, field=name, value=value)
        return reply["seq"]  # type: ignore[no-any-return]

    def edit(self, changes: list[Any]) -> int:
        (change,) = changes
        if isinstance(change, StreamRows):
            reply = self._command(
                "stream",
                model=change.model,
                field=change.field,
                columns=change.columns,
                rollover=change.rollover,
            )
        else:
            assert isinstance(change, PatchRows)
            reply = self._command(
                "patch",
                model=change.model,
                field=change.field,
                patches={
                    name: [[_told(index), value] for index, value in pairs]
                    for name, pairs in change.patches.items()
                },
            )
        return int(reply["seq"])

    def add(self, model: int, name: str, fields: dict[str, Any]) -> int:
        reply = self._command(
            "add", type="Probe", fields=fields, model=model, field=name
        )
        return int(reply["seq"])

    # The wire

    def hello(self) -> Payload:
        (hello,), _ = self._ask("connect")
        return hello

    def outgoing(self) -> list[Payload]:
        return self._ask("flush")[0]

    def receive(self, payload: Payload) -> None:
        self._process.ask(_TEXT if payload.text else _BINARY, payload.data)

    def lost(self) -> None:
        self._command("disconnect")

    # What it holds

    def _state(self) -> dict[str, Any]:
        state = self._command("state")
        told = {int(seq): outcome for seq, outcome in state["outcomes"].items()}
        self.outcomes.update(told)
        return state

    @property
    def roots(self) -> list[int]:
        return list(self._state()["roots"])

    @property
    def models(self) -> list[int]:
        return [int(number) for number in self._state()["models"]]

    @property
    def pending(self) -> int:
        return int(self._state()["pending"])

    def state(self) -> dict[str, Any]:
        state = self._state()
        models = {int(n): m["fields"] for n, m in state["models"].items()}
        reached: set[int] = set()
        waiting = list(state["roots"])
        while waiting:
            number = waiting.pop()
            if number not in reached:
                reached.add(number)
                waiting.extend(_references(models[number]))
        return {
            "title": state["title"],
            "roots": state["roots"],
            "models": {n: canonical(models[n]) for n in sorted(reached)},
        }


def _told(index: Any) -> Any:
    """Return an index in the form of the wire."""
    if isinstance(index, slice):
        return {"$slice": [index.start, index.stop, index.step]}
    return [*map(_told, index)] if isinstance(index, tuple) else index


def _references(value: Any) -> list[int]:
    if isinstance(value, dict):
        if "$ref" in value:
            return [value["$ref"]]
        return [number for item in value.values() for number in _references(item)]
    if isinstance(value, list):
        return [number for item in value for number in _references(item)]
    return []
