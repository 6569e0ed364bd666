"""Measures every figure of every system, each time with fresh servers."""

import gc
import os
import subprocess
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import engine, environment, growth, machine
from benchmarks.figures import (
    columns,
    control,
    embed,
    expiry,
    fan_out,
    idle,
    memory,
    round_trips,
    sessions,
    start,
    streaming,
    upload,
    weight,
)
from benchmarks.figures.base import Figure, Run
from benchmarks.systems.base import System
from benchmarks.systems.bokeh import Bokeh, BokehNoDelay
from benchmarks.systems.syncd import Syncd


FIGURES: tuple[Figure, ...] = (
    *sessions.FIGURES,
    *round_trips.FIGURES,
    *fan_out.FIGURES,
    *memory.FIGURES,
    *expiry.FIGURES,
    *columns.FIGURES,
    *streaming.FIGURES,
    *upload.FIGURES,
    *control.FIGURES,
    *idle.FIGURES,
    *embed.FIGURES,
    *weight.FIGURES,
    *start.FIGURES,
)
EXTRAS = ("engine", "growth")
"""What else can be asked for by name."""

_SYSTEMS: tuple[type[System], ...] = (Syncd, Bokeh, BokehNoDelay)


def run(
    names: Sequence[str], out: Path, *, quick: bool, python: str | None = None
) -> dict[str, Any]:
    """Measure figures, and return what `results` makes pages of.

    Args:
        names: Of figures and `EXTRAS`.
        out: The folder that plots are written to.
        quick: Once each and for a short time, and not every system.
        python: What the servers run on; see `environment.interpreter`.
    """
    figures = [figure for figure in FIGURES if figure.name in names]
    pythons = {name: environment.prepare(name, python) for name in ("syncd", "bokeh")}
    machine.pin_load()
    machine.open_many()
    began = time.monotonic()
    record: dict[str, Any] = {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": commit(),
        "machine": machine.describe(),
        "busy": os.getloadavg()[0],
        "quick": quick,
        "versions": {name: environment.versions(name) for name in pythons},
        "figures": {},
    }
    if "engine" in names:
        print("engine", flush=True)
        record["engine"] = engine.run(quick)
    with tempfile.TemporaryDirectory() as scratch:
        systems = {
            kind.name: kind(
                pythons["syncd" if kind is Syncd else "bokeh"], Path(scratch, kind.name)
            )
            for kind in _SYSTEMS
        }
        for figure in figures:
            record["figures"][figure.name] = _measured(figure, systems, quick=quick)
    if "growth" in names:
        growth.run(quick, out)
    record["minutes"] = (time.monotonic() - began) / 60
    return record


def _measured(
    figure: Figure, systems: dict[str, System], *, quick: bool
) -> dict[str, Any]:
    """Return all runs of a figure, by system; systems take turns."""
    names = [name for name in figure.systems if not quick or name in figure.quick]
    found: dict[str, Any] = {name: {"runs": []} for name in names}
    for turn in range(1 if quick else figure.runs):
        for name in names:
            if turn < (figure.runs if name == "syncd" else _peer_runs(figure)):
                _measure(figure, systems[name], found[name], quick=quick)
    return found


def _peer_runs(figure: Figure) -> int:
    return figure.peer_runs or figure.runs


def _measure(
    figure: Figure, system: System, found: dict[str, Any], *, quick: bool
) -> None:
    gc.collect()
    began = time.monotonic()
    try:
        run = figure.run(system, quick)
    except Exception as error:  # noqa: BLE001 - the other figures are measured yet
        found["failed"] = f"{type(error).__name__}: {error}"
        print(
            f"{figure.name:16} {system.name:14} FAILED: {found['failed']}", flush=True
        )
        return
    found["runs"].append({"values": dict(run.values), "load": run.load})
    seconds = time.monotonic() - began
    text = f"{figure.name:16} {system.name:14} {_words(figure, run)}"
    print(f"{text} ({seconds:.0f} s)", flush=True)


def _words(figure: Figure, run: Run) -> str:
    units = {measure.key: measure.unit for measure in figure.measures}
    parts = [
        f"{key} {value:.4g} {units[key]}".rstrip() for key, value in run.values.items()
    ]
    if run.load is not None:
        parts.append(f"generator {run.load:.0%}")
    return ", ".join(parts)


def failures(record: dict[str, Any]) -> Iterable[str]:
    """Return which figures could not be measured."""
    for name, systems in record["figures"].items():
        for system, found in systems.items():
            if "failed" in found:
                yield f"{name} of {system}: {found['failed']}"


def commit() -> str:
    command = ["git", "describe", "--always", "--dirty", "--abbrev=10"]
    result = subprocess.run(
        command, capture_output=True, text=True, cwd=environment.ROOT, check=False
    )
    return result.stdout.strip() or "unknown"
