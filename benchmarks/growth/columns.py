"""How costs grow with the length of columns."""

import itertools
import struct
from collections.abc import Callable

from benchmarks.growth.cost import Cost, cost_of, round_trip
from benchmarks.growth.record import Chart, Panel, Series
from benchmarks.systems.base import Server, Visitor
from benchmarks.systems.syncd import Syncd


SIZES = (100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000)
QUICK = (100, 10_000, 100_000)
LONGEST_LISTS = 1_000_000
UPLOADS = (100, 1_000, 10_000, 100_000, 1_000_000, 2_600_000)
"""Rows of float64; the last is just below the limit of 20 MiB for a message."""


def measure(system: Syncd, *, quick: bool) -> Chart:
    """Serve longer and longer columns, of arrays and of lists."""
    whole = Series("a new column, array", "s", 1)
    whole_lists = Series("a new column, list", "s", 1)
    until = Series("a new array to the browser", "s", 1)
    stream = Series("10 rows streamed, array", "s", 0)
    stream_lists = Series("10 rows streamed, list", "s", 1)  # the others move up
    patch = Series("one row patched, array", "s", 0)
    upload = Series("a column from the browser", "s", 1)
    answered = Series("a column from it, acknowledged", "s", 1)
    seconds = 0.15 if quick else 0.6
    for size in QUICK if quick else SIZES:
        with system.serving("rows", env={"ROWS": str(size)}) as server:
            cost = _act(system, server, "whole", seconds)
            whole.add(size, cost.cpu)
            until.add(size, cost.median)
            stream.add(size, _act(system, server, "stream", seconds).cpu)
            patch.add(size, _act(system, server, "patch", seconds).cpu)
        if size <= LONGEST_LISTS:
            lists = {"ROWS": str(size), "KIND": "lists"}
            with system.serving("rows", env=lists) as server:
                cost = _act(system, server, "whole", seconds)
                whole_lists.add(size, cost.cpu)
                cost = _act(system, server, "stream", seconds)
                stream_lists.add(size, cost.cpu)
    for size in QUICK if quick else UPLOADS:
        with system.serving("upload") as server:
            visitor = system.visit(server, "upload")
            act = round_trip(visitor, _uploads(system, visitor, size))
            cost = cost_of(server, act, seconds=seconds)
            upload.add(size, cost.cpu)
            answered.add(size, cost.median)
    return Chart(
        "columns",
        "Cost by length of columns",
        "rows",
        "rows of two float64 columns",
        "A callback changes one column, streams 10 rows into both (as many roll over),"
        " or patches one row; one browser watches. Lists are of Python floats, up to a"
        " million; where their first rows roll over, Python moves all the others. What"
        " comes from the browser is one column, as one message, up to the"
        " limit of 20 MiB.",
        [
            Panel("Server CPU, all rows", [whole_lists, whole, upload]),
            Panel("Server CPU, a few rows", [stream, stream_lists, patch]),
            Panel("Waiting", [until, answered]),
        ],
    )


def _act(system: Syncd, server: Server, name: str, seconds: float) -> Cost:
    visitor = system.visit(server, "rows")
    values = [f"{name} {number}" for number in range(1_000)]
    act = round_trip(visitor, system.edits(visitor, "work", "value", values))
    cost = cost_of(server, act, seconds=seconds)
    visitor.link.close()
    return cost


def _uploads(system: Syncd, visitor: Visitor, size: int) -> Callable[[], bytes]:
    """Return what makes messages that replace a column."""
    columns = [struct.pack("<d", value) * size for value in (0.5, 1.5)]
    turn = itertools.cycle(columns)
    return lambda: system.set_column(visitor, "source", "y", next(turn))
