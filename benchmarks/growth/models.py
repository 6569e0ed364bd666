"""How costs grow with the models of a document."""

import json
import os
from collections.abc import Callable

from benchmarks.growth.cost import cost_of, round_trip
from benchmarks.growth.record import Chart, Panel, Series
from benchmarks.load.frames import client_frame
from benchmarks.load.link import Link
from benchmarks.systems.base import Server, Visitor
from benchmarks.systems.syncd import Syncd


SIZES = (10, 30, 100, 300, 1_000, 3_000, 10_000)
QUICK = (10, 100, 1_000)
OPTIONS = ("--unused-session-lifetime=50",)


def measure(system: Syncd, *, quick: bool) -> Chart:
    """Serve larger and larger documents."""
    session = Series("a session, from page to end", "s", 1)
    edit = Series("an edit of one field", "s", 0)
    replace = Series("a model replaced", "s", 0)
    resume = Series("coming back after a loss", "s", 0)
    watch = Series("one more watcher", "s", 1)
    size_of = Series("first document on the wire", "B", 1)
    seconds = 0.15 if quick else 0.6
    for size in QUICK if quick else SIZES:
        variables = {"MODELS": str(size)}
        with system.serving("many", options=OPTIONS, env=variables) as server:
            visitor = system.visit(server, "many")
            edits = system.edits(visitor, "question", "value", _VALUES)
            edit.add(size, _cpu(server, round_trip(visitor, edits), seconds))
            edits = system.edits(visitor, "change", "value", _VALUES)
            replace.add(size, _cpu(server, round_trip(visitor, edits), seconds))
            token = visitor.state["session"]
            resume.add(size, _cpu(server, _resuming(server, token), seconds))
            watch.add(size, _cpu(server, _looking(system, server, visitor), seconds))
            link = system.quick_visit(server, "many")
            size_of.add(size, link.received)
            link.leave()
            session.add(size, _cpu(server, _coming(system, server), seconds))
    return Chart(
        "models",
        "Cost by models of a document",
        "models",
        "models of the document, nearly all of them sliders",
        "Server CPU. A session is built, sent once, and destroyed. The edit is copied"
        " into another field by a callback. Replaced is the only child of a small"
        " layout. Who comes back has missed nothing.",
        [
            Panel("Server CPU, all models", [session, watch]),
            Panel("Server CPU, one model", [resume, replace, edit]),
            Panel("Bytes", [size_of]),
        ],
    )


_VALUES = [str(number) for number in range(1_000)]


def _cpu(server: Server, act: Callable[[], object], seconds: float) -> float:
    return cost_of(server, act, seconds=seconds).cpu


def _coming(system: Syncd, server: Server) -> Callable[[], None]:
    return lambda: system.quick_visit(server, "many").leave()


def _looking(system: Syncd, server: Server, visitor: Visitor) -> Callable[[], None]:
    return lambda: system.watch_quickly(server, "many", visitor).leave()


def _resuming(server: Server, token: str) -> Callable[[], None]:
    """Return what loses a tab's connection and opens it again (protocol, 8.8)."""
    tab, known = os.urandom(8).hex(), {}

    def come() -> None:
        link = Link(server.port)
        link.upgrade("/many/ws", "docsync.v1", f"docsync.token.{token}")
        hello = {"type": "hello", "protocol": 1, "tab": tab, **known}
        link.send(client_frame(json.dumps(hello).encode()))
        welcome = json.loads(link.frame().payload)
        if not known:
            link.frame()
            known.update(epoch=welcome["epoch"], revision=welcome["revision"], acked=0)
        link.close()

    return come
