"""What was measured, as JSON and as a page."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import engine, growth
from benchmarks.figures.base import Figure, Measure
from benchmarks.growth.svg import quantity


_NAMES = {"syncd": "syncd", "bokeh": "Bokeh", "bokeh-nodelay": "Bokeh, TCP_NODELAY"}
_LOADED = 0.8
"""A generator that takes more of its core may have been the limit."""

_INTRODUCTION = """\
# Results

Written by `make bench`; [README.md](README.md) says what is measured and how.
Medians, with the least and the most in parentheses; syncd is so many times better
than Bokeh as it comes. The last column is what syncd's load generator took of its
core."""


def write(record: Mapping[str, Any], figures: Sequence[Figure], out: Path) -> Path:
    """Write `results/results.json` and `RESULTS.md`, and return the latter."""
    folder = out / "results"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.json").write_text(json.dumps(record, indent=1) + "\n")
    page = out / "RESULTS.md"
    page.write_text(markdown(record, figures, folder))
    return page


def renewed(out: Path, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the last whole record, with what was measured again."""
    whole: dict[str, Any] = json.loads((out / "results" / "results.json").read_text())
    versions = record["versions"]["syncd"]
    when = f"{record['commit']} on Python {versions['python']}"
    again = [*record["figures"], *(["engine"] if "engine" in record else ())]
    whole["figures"] |= record["figures"]
    if "engine" in record:
        whole["engine"] = record["engine"]
    whole["renewed"] = whole.get("renewed", {}) | dict.fromkeys(again, when)
    return whole


def listing(figures: Iterable[Figure]) -> str:
    """Return the names of all figures, and what they measure."""
    lines = []
    for figure in figures:
        lines.append(f"{figure.name}  ({', '.join(figure.systems)})")
        lines += [
            f"    {measure.title}, {target(measure) or 'no target'}"
            for measure in figure.measures
        ]
    return "\n".join(lines)


def markdown(record: Mapping[str, Any], figures: Sequence[Figure], folder: Path) -> str:
    """Return the page; the growth of costs is taken from the folder, if there."""
    measured = [figure for figure in figures if figure.name in record["figures"]]
    parts = [
        _INTRODUCTION,
        _circumstances(record),
        "## Figures",
        _table(record, measured),
        _notes(record, measured),
    ]
    if "engine" in record:
        parts += ["## The engine's ceiling", _ceilings(record, measured)]
    if (folder / "growth.json").exists():
        parts += ["## How cost grows", growth.markdown(folder)]
    return "\n\n".join(part for part in parts if part) + "\n"


# The parts of the page


def _circumstances(record: Mapping[str, Any]) -> str:
    versions = "; ".join(
        f"{_NAMES[name]}: " + ", ".join(f"{what} {which}" for what, which in of.items())
        for name, of in record["versions"].items()
    )
    kind = "A short run: its figures are rough. " if record["quick"] else ""
    renewed: dict[str, list[str]] = {}
    for name, when in record.get("renewed", {}).items():
        renewed.setdefault(when, []).append(name)
    again = "".join(
        f" Measured again at {when}: {', '.join(names)}."
        for when, names in renewed.items()
    )
    return (
        f"{kind}{record['date']}, commit {record['commit']}, on {record['machine']};"
        f" load average at the start {record['busy']:.2f};"
        f" {record['minutes']:.0f} minutes. {versions}.{again}"
    )


def _table(record: Mapping[str, Any], figures: Iterable[Figure]) -> str:
    head = [
        "figure",
        "unit",
        *_NAMES.values(),
        "times better",
        "target",
        "met",
        "generator",
    ]
    rows = [head, ["---", "---", *["--:"] * 5, ":-:", "--:"]]
    for figure in figures:
        found = record["figures"][figure.name]
        rows += [_row(figure, measure, found) for measure in figure.measures]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(figure: Figure, measure: Measure, found: Mapping[str, Any]) -> list[str]:
    values = {name: _values(found.get(name), measure.key) for name in _NAMES}
    return [
        measure.title,
        measure.unit,
        *(spread(values[name], found.get(name)) for name in _NAMES),
        ratio(measure, values["syncd"], values["bokeh"]),
        target(measure),
        met(measure, values["syncd"]),
        _load(found),
    ]


def _notes(record: Mapping[str, Any], figures: Iterable[Figure]) -> str:
    notes = []
    for figure in figures:
        titles = "; ".join(measure.title for measure in figure.measures[:1])
        if figure.note:
            notes.append(f"* **{titles}**: {figure.note}")
        loads = _loads(record["figures"][figure.name])
        over = [name for name, load in loads.items() if load > _LOADED]
        notes += [
            f"* **{titles}**: the generator took {loads[name]:.0%} of its core, so"
            f" this is a lower bound of {_NAMES[name]}."
            for name in over
        ]
    return "\n".join(notes)


def _ceilings(record: Mapping[str, Any], figures: Iterable[Figure]) -> str:
    """Return what the engine does alone, and how near syncd is to it."""
    rows = [["engine", "", "syncd", "of the ceiling"], ["---", "--:", "---", "--:"]]
    near: dict[str, list[tuple[str, str]]] = {}
    for figure in figures:
        for measure in figure.measures:
            found = record["figures"][figure.name].get("syncd")
            values = _values(found, measure.key)
            if measure.ceiling and values:
                share = _share(measure, median(values), record["engine"])
                cell = (measure.title, f"{share:.0%}")
                near.setdefault(measure.ceiling, []).append(cell)
    for key, (title, unit) in engine.TITLES.items():
        value = _ceiling(record["engine"][key], unit)
        for title_, share in near.get(key, [("", "")]):
            rows.append([title, value, title_, share])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _ceiling(value: float, unit: str) -> str:
    return quantity(value, unit) if unit == "s" else f"{number(value)} {unit}"


def _share(measure: Measure, value: float, ceilings: Mapping[str, float]) -> float:
    """Return how much of the engine's speed is left, as a rate or as a time."""
    _, unit = engine.TITLES[measure.ceiling]
    best = ceilings[measure.ceiling]
    seconds = best if unit == "s" else 1 / best
    if measure.unit == "ms":
        return 1000 * seconds / value
    return value * seconds


# The cells of the tables


def _values(found: Mapping[str, Any] | None, key: str) -> list[float]:
    runs = found["runs"] if found else []
    return [run["values"][key] for run in runs if key in run["values"]]


def spread(values: Sequence[float], found: Mapping[str, Any] | None) -> str:
    if not values:
        return "failed" if found and "failed" in found else ""
    middle = number(median(values))
    least, most = number(min(values)), number(max(values))
    return middle if least == most else f"{middle} ({least} to {most})"


def ratio(measure: Measure, ours: Sequence[float], theirs: Sequence[float]) -> str:
    if not ours or not theirs or median(ours) <= 0 or median(theirs) <= 0:
        return ""
    ratio = median(theirs) / median(ours)
    if measure.target and measure.target.better == "higher":
        ratio = 1 / ratio
    return number(ratio)


def target(measure: Measure) -> str:
    target = measure.target
    if not target:
        return ""
    sign = "≤" if target.better == "lower" else "≥"
    return f"{sign} {target.limit:,g} {measure.unit}".rstrip()


def met(measure: Measure, values: Sequence[float]) -> str:
    if not measure.target or not values:
        return ""
    return "yes" if measure.target.met(median(values)) else "**no**"


def _loads(found: Mapping[str, Any]) -> dict[str, float]:
    """Return the generator's greatest share of its core, by system."""
    return {
        name: max(loads)
        for name, of in found.items()
        if (loads := [run["load"] for run in of["runs"] if run["load"] is not None])
    }


def _load(found: Mapping[str, Any]) -> str:
    load = _loads(found).get("syncd")
    return "" if load is None else f"{load:.0%}"


def number(value: float) -> str:
    """Return a number with three digits that count, or all before the point."""
    size = abs(value)
    if size >= 100 or value == int(value):  # noqa: PLR2004 - three digits
        return f"{value:,.0f}"
    if size >= 10:  # noqa: PLR2004 - two digits
        return f"{value:.1f}"
    return f"{value:.2f}" if size >= 1 else f"{value:.2g}"
