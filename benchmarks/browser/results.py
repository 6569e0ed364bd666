"""What was measured in browsers, as JSON and as a page."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.browser.figures import Figure
from benchmarks.figures.base import Measure
from benchmarks.results import met, ratio, spread, target


_INTRODUCTION = """\
# Figures in a browser

Written by `make bench-browser`; [the benchmarks' page](../README.md) says how it is
measured. Medians, with the least and the most in parentheses; syncd is so many times
better than Bokeh."""


def write(record: Mapping[str, Any], figures: Sequence[Figure], out: Path) -> str:
    """Write `results.json` and `RESULTS.md`, and return the latter's text."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "results.json").write_text(json.dumps(record, indent=1) + "\n")
    page = markdown(record, figures)
    (out / "RESULTS.md").write_text(page)
    return page


def markdown(record: Mapping[str, Any], figures: Sequence[Figure]) -> str:
    """Return the page."""
    rows = [
        ["figure", "unit", "syncd", "Bokeh", "times better", "target", "met"],
        ["---", "---", *["--:"] * 4, ":-:"],
    ]
    for figure in figures:
        found = record["figures"][figure.app]
        rows += [_row(measure, found) for measure in figure.measures]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    notes = "\n".join(
        f"* **{figure.measures[0].title}**: {figure.note}"
        for figure in figures
        if figure.note
    )
    parts = [_INTRODUCTION, _circumstances(record), table, notes]
    return "\n\n".join(part for part in parts if part) + "\n"


def _circumstances(record: Mapping[str, Any]) -> str:
    versions = {
        of["browser"] for found in record["figures"].values() for of in found.values()
    }
    return (
        f"{record['date']}, commit {record['commit']}, {', '.join(sorted(versions))}"
        f" without a GPU, on {record['machine']}; load average at the start"
        f" {record['busy']:.2f}; {record['minutes']:.1f} minutes."
    )


def _row(measure: Measure, found: Mapping[str, Any]) -> list[str]:
    values = {
        name: [
            run["values"][measure.key] for run in found.get(name, {}).get("runs", ())
        ]
        for name in ("syncd", "bokeh")
    }
    return [
        measure.title,
        measure.unit,
        *(spread(values[name], found.get(name)) for name in values),
        ratio(measure, values["syncd"], values["bokeh"]),
        target(measure),
        met(measure, values["syncd"]),
    ]
