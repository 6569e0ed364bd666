"""What a figure is: something that is measured of every system alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from benchmarks.systems.base import System


@dataclass(frozen=True, slots=True)
class Target:
    """What syncd is meant to reach."""

    limit: float
    better: Literal["lower", "higher"]

    def met(self, value: float) -> bool:
        """Return whether the value is as good as the limit or better."""
        return value <= self.limit if self.better == "lower" else value >= self.limit


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of a figure.

    Attributes:
        key: Its name in `Run.values`.
        title: What it is, in a row of the table.
        unit: What it counts; empty for a plain count.
        target: What syncd is meant to reach, if anything was said.
        peer: What the peer reached elsewhere, for orientation.
        ceiling: Which figure of `engine` bounds it, if one does.
    """

    key: str
    title: str
    unit: str
    target: Target | None = None
    peer: str = ""
    ceiling: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What came out of measuring one system once.

    Attributes:
        values: By `Measure.key`; one that a system has not is left out.
        load: The generator's share of its core, where it could be the limit.
    """

    values: Mapping[str, float]
    load: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement and the numbers that it gives.

    Attributes:
        name: How the command line calls it.
        measures: Its rows in the table.
        run: Measures a system once, with fresh servers of its own, from
            `System.serving`; the second argument asks for a short run.
        systems: Names of the systems that it is measured of.
        runs: How often; the table shows the median, the least and the most.
        peer_runs: How often the others than syncd are measured; as often if 0.
        quick: Names of the systems that a short run of everything measures.
        note: Its definition in a sentence or two, printed below the table.
    """

    name: str
    measures: tuple[Measure, ...]
    run: Callable[[System, bool], Run]
    systems: tuple[str, ...] = ("syncd", "bokeh")
    runs: int = 3
    note: str = ""
    peer_runs: int = 0
    quick: tuple[str, ...] = ("syncd",)
