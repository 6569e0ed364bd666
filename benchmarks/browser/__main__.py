"""``python -m benchmarks.browser [--runs N] [--only APP …] [--systems NAME …]``."""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import environment, machine
from benchmarks.browser import results
from benchmarks.browser.chromium import Chromium, chromium
from benchmarks.browser.figures import FIGURES, Figure
from benchmarks.browser.visit import Visit
from benchmarks.runner import commit
from benchmarks.systems.base import System
from benchmarks.systems.bokeh import Bokeh
from benchmarks.systems.syncd import Syncd


HERE = Path(__file__).parent
SYSTEMS: dict[str, type[System]] = {"syncd": Syncd, "bokeh": Bokeh}


def main() -> int:
    """Measure, print, and write the page and its numbers."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browser")
    parser.add_argument("--runs", type=int, default=3, help="of each figure")
    names = [figure.app for figure in FIGURES]
    parser.add_argument("--only", nargs="+", choices=names, default=names)
    parser.add_argument(
        "--systems", nargs="+", choices=list(SYSTEMS), default=list(SYSTEMS)
    )
    parser.add_argument("--out", type=Path, help="where to write the results to")
    options = parser.parse_args()
    figures = [figure for figure in FIGURES if figure.app in options.only]
    whole = len(figures) == len(FIGURES) and len(options.systems) == len(SYSTEMS)
    out = options.out or (HERE if whole else environment.BUILD / "browser")
    began = time.monotonic()
    record: dict[str, Any] = {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": commit(),
        "machine": machine.describe(),
        "busy": os.getloadavg()[0],
        "figures": asyncio.run(measured(figures, options.systems, options.runs)),
    }
    record["minutes"] = (time.monotonic() - began) / 60
    print(results.write(record, figures, out))
    return int(
        any("failed" in of for app in record["figures"].values() for of in app.values())
    )


async def measured(
    figures: Sequence[Figure], systems: Sequence[str], runs: int
) -> dict[str, Any]:
    """Return all runs of all figures by application and system; systems take turns."""
    pythons = {name: environment.prepare(name) for name in systems}
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        made = {name: SYSTEMS[name](pythons[name], folder / name) for name in systems}
        async with chromium(folder / "profile") as browser:
            version = (await browser.send("Browser.getVersion"))["product"]
            for figure in figures:
                of = found[figure.app] = {
                    name: {"runs": [], "browser": version} for name in systems
                }
                for turn in range(runs):
                    for name, system in made.items():
                        # The other system's figures differ less than they last.
                        if name == "syncd" or turn < max(1, runs - 1):
                            await _measure(figure, system, browser, of[name])
    return found


async def _measure(
    figure: Figure, system: System, browser: Chromium, found: dict[str, Any]
) -> None:
    """Measure a figure once, on a fresh server and a fresh page."""
    system.apps = HERE / "apps"
    began = time.monotonic()
    server = system.start(figure.app)
    try:
        server.wait_for(f"/{figure.app}")
        visit = await Visit.to(browser, f"http://127.0.0.1:{server.port}/{figure.app}")
        values = await figure.run(visit)
        await visit.leave()
    except Exception as error:  # noqa: BLE001 - the other figures are measured yet
        found["failed"] = f"{type(error).__name__}: {error}"
        print(f"{figure.app:10} {system.name:8} FAILED: {found['failed']}", flush=True)
        return
    finally:
        server.stop()
    found["runs"].append({"values": values, "load": None})
    words = ", ".join(f"{key} {value:.4g}" for key, value in values.items())
    seconds = time.monotonic() - began
    print(f"{figure.app:10} {system.name:8} {words} ({seconds:.0f} s)", flush=True)


if __name__ == "__main__":
    sys.exit(main())
