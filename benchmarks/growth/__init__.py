"""How costs grow: with sessions, watchers, models and the length of columns.

Nothing may grow faster than its work.
"""

import dataclasses
import json
import sys
import tempfile
from pathlib import Path

from benchmarks import machine
from benchmarks.growth import columns, models, sessions, watchers
from benchmarks.growth.record import Chart
from benchmarks.growth.svg import decimal, draw, quantity
from benchmarks.systems.syncd import Syncd


RESULTS = Path(__file__).parents[1] / "results"

_ROOT = Path(__file__).parents[2]
_FILE = "growth.json"
_ENVIRONMENT = _ROOT / "build" / "bench" / "syncd" / "bin" / "python"


def run(quick: bool = False, results: Path = RESULTS) -> None:  # noqa: FBT002 - the runner's interface
    """Measure everything, and write `growth.json` and the plots.

    Args:
        quick: Fewer and smaller sizes.
        results: The folder to write to.
    """
    machine.pin_load()
    results.mkdir(parents=True, exist_ok=True)
    charts = []
    for module in (sessions, watchers, models, columns):
        print(f"growth: {module.__name__.rpartition('.')[2]}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            system = Syncd(_python(), Path(folder))
            charts.append(module.measure(system, quick=quick))
    text = json.dumps([dataclasses.asdict(chart) for chart in charts], indent=1)
    (results / _FILE).write_text(text + "\n")
    plot(results)


def plot(results: Path = RESULTS) -> None:
    """Draw what was measured last."""
    for chart in _read(results):
        (results / f"growth-{chart.name}.svg").write_text(draw(chart))


def markdown(results: Path = RESULTS) -> str:
    """Return what was measured last as a part of a page in `benchmarks`."""
    return "\n\n".join(_section(chart) for chart in _read(results))


def _python() -> Path:
    return _ENVIRONMENT if _ENVIRONMENT.exists() else Path(sys.executable)


def _read(results: Path) -> list[Chart]:
    return [Chart.of(plain) for plain in json.loads((results / _FILE).read_text())]


def _section(chart: Chart) -> str:
    image = f"![{chart.title}, plotted](results/growth-{chart.name}.svg)"
    parts = [f"### {chart.title}", chart.note, image, _table(chart)]
    parts += [
        f"**{series.title} grows faster than its work**: with"
        f" n^{series.last_exponent:.2f} over the last three sizes."
        for series in chart.series
        if series.too_fast
    ]
    return "\n\n".join(parts)


def _table(chart: Chart) -> str:
    """Return a table with a row for each size, and the exponents below."""
    costs = [dict(series.points) for series in chart.series]
    rows = [["n", *(series.title for series in chart.series)]]
    rows.append(["--:"] * len(rows[0]))
    for size in sorted({size for points in costs for size in points}):
        cells = [
            quantity(points[size], series.unit) if size in points else ""
            for points, series in zip(costs, chart.series, strict=True)
        ]
        rows.append([f"{size:,.0f}", *cells])
    rows.append(["exponent", *(decimal(series.exponent) for series in chart.series)])
    rows += [
        ["the last three", *(decimal(series.last_exponent) for series in chart.series)],
        ["of the work", *(f"{series.expected:g}" for series in chart.series)],
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
