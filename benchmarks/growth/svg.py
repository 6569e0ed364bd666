"""Log-log plots as SVG: small, readable on light and on dark pages."""

import math
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from benchmarks.growth.record import Chart, Panel, Series


WIDTH = 1_080
MARGIN = 28
HEAD = 74
PANEL_HEIGHT = 330
LEFT, RIGHT, TOP, BOTTOM = 62, 16, 40, 48
LABEL_HEIGHT = 20
LEAST_DECADES = 2

_PREFIXES = {
    "s": ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")),
    "B": ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"), (1.0, "B")),
    "": ((1e6, "M"), (1e3, "k"), (1.0, "")),
}

_STYLE = """
  .page { fill: #ffffff } .frame { fill: #f7f8fa }
  text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1f2933 }
  .title { font-size: 20px; font-weight: 650 } .subtitle, .tick, .axis { fill: #5b6774 }
  .panel { font-size: 14px; font-weight: 600 } .tick, .axis { font-size: 12px }
  .grid { stroke: #e1e5ea } .minor { stroke: #eef0f3 } .guide { stroke: #b6bec8 }
  .guide-text { font-size: 11px; fill: #8a95a1 } .exponent { fill: #5b6774 }
  .line { fill: none; stroke-width: 2.25; stroke-linejoin: round; stroke-linecap: round }
  .halo { stroke: #f7f8fa; stroke-width: 4; paint-order: stroke; stroke-linejoin: round }
  .c0 { stroke: #2563c9 } .f0 { fill: #2563c9 } .c1 { stroke: #c2570c } .f1 { fill: #c2570c }
  .c2 { stroke: #0f7b5f } .f2 { fill: #0f7b5f } .c3 { stroke: #8b3fb5 } .f3 { fill: #8b3fb5 }
  @media (prefers-color-scheme: dark) {
    .page { fill: #12161c } .frame { fill: #1a2028 } text { fill: #e4e9ef }
    .subtitle, .tick, .axis, .exponent { fill: #9aa7b5 }
    .grid { stroke: #2b343f } .minor { stroke: #222a33 } .guide { stroke: #4b5663 }
    .guide-text { fill: #7c8895 } .halo { stroke: #1a2028 }
    .c0 { stroke: #6fa8ff } .f0 { fill: #6fa8ff } .c1 { stroke: #ff9d57 } .f1 { fill: #ff9d57 }
    .c2 { stroke: #3fd1a5 } .f2 { fill: #3fd1a5 } .c3 { stroke: #cf8ff0 } .f3 { fill: #cf8ff0 }
  }
"""


class Scale(NamedTuple):
    """Positions of values on a logarithmic axis."""

    low: float
    high: float
    begin: float
    end: float

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self.begin + share * (self.end - self.begin), 1)

    def decades(self) -> list[float]:
        """Return the powers of ten on the axis."""
        powers = range(math.ceil(self.low - 1e-9), math.floor(self.high + 1e-9) + 1)
        return [10.0**power for power in powers]


class Box(NamedTuple):
    """Where a panel stands."""

    left: float
    top: float
    width: float
    height: float


def quantity(value: float, unit: str, digits: int = 3) -> str:
    """Return a value with a unit that suits it, such as ``1.2 ms``."""
    prefixes = _PREFIXES[unit]
    size, name = next(
        ((size, name) for size, name in prefixes if abs(value) >= size * 0.9995),
        prefixes[-1],
    )
    number = value / size
    places = max(digits - 1 - math.floor(math.log10(number)), 0) if number else 0
    text = f"{number:,.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{text} {name}".rstrip()


def decimal(value: float) -> str:
    """Return a number to two places, with a proper minus."""
    return f"{value + 0.0:.2f}".replace("-0.00", "0.00").replace("-", "\N{MINUS SIGN}")


def draw(chart: Chart) -> str:
    """Return the chart as a document of its own."""
    columns = len(chart.panels)
    width = (WIDTH - MARGIN * (columns + 1)) / columns
    legend = max(len(panel.series) for panel in chart.panels) * LABEL_HEIGHT
    height = HEAD + PANEL_HEIGHT + legend + MARGIN + 14
    parts = [
        (
            '<svg xmlns="http://www.w3.org/2000/svg" role="img"'
            f' viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
            ' aria-labelledby="title desc">'
        ),
        f'<title id="title">{escape(chart.title)}</title>',
        f'<desc id="desc">{escape(_description(chart))}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="page" width="{WIDTH}" height="{height}" rx="10"/>',
        _text(MARGIN, 38, chart.title, "title"),
        _text(
            MARGIN,
            60,
            f"by {chart.size}; dotted: in proportion; exponents: of the last three sizes",
            "subtitle",
        ),
    ]
    for number, panel in enumerate(chart.panels):
        left = MARGIN + number * (width + MARGIN)
        box = Box(left, HEAD, width, height - HEAD - MARGIN)
        parts += _panel(panel, chart.count, box)
    return "\n".join([*parts, "</svg>", ""])


def _description(chart: Chart) -> str:
    lines = []
    for series in chart.series:
        if series.points:
            (first, least), (last, most) = series.points[0], series.points[-1]
            lines.append(
                f"{series.title}: {quantity(least, series.unit)} at"
                f" {quantity(first, '')}, {quantity(most, series.unit)} at"
                f" {quantity(last, '')}."
            )
    return " ".join([chart.note, *lines])


def _panel(panel: Panel, count: str, box: Box) -> Iterator[str]:
    left, top, width, height = box
    unit = panel.series[0].unit
    points = [point for series in panel.series for point in series.points]
    right, bottom = left + width - RIGHT, top + PANEL_HEIGHT - BOTTOM
    x = _scale([size for size, _ in points], left + LEFT, right, 0)
    y = _scale([cost for _, cost in points], bottom, top + TOP, LEAST_DECADES)
    yield (
        f'<rect class="frame" x="{left:.1f}" y="{top}" width="{width:.1f}"'
        f' height="{height}" rx="8"/>'
    )
    yield _text(left + 16, top + 25, panel.title, "panel")
    yield from _axes(x, y, unit, count)
    yield from _guide(x, y)
    for number, series in enumerate(panel.series):
        yield from _line(series, x, y, number)
    for number, series in enumerate(panel.series):
        line = top + PANEL_HEIGHT + 10 + LABEL_HEIGHT * number
        yield from _legend(series, left + 16, line, width - 32, number)


def _scale(values: Sequence[float], begin: float, end: float, least: float) -> Scale:
    low, high = math.log10(min(values)), math.log10(max(values))
    if least:
        low, high = math.floor(low + 0.02), math.ceil(high - 0.02)
        missing = max(least - (high - low), 0)
        low, high = low - math.floor(missing / 2), high + math.ceil(missing / 2)
    else:
        pad = (high - low) * 0.04 or 0.5
        low, high = low - pad, high + pad
    return Scale(low, high, begin, end)


def _axes(x: Scale, y: Scale, unit: str, count: str) -> Iterator[str]:
    yield '<g stroke-width="1">'
    for power in y.decades():
        for part in range(2, 10):
            if power * part < 10**y.high:
                yield _rule(x.begin, y(power * part), x.end, y(power * part), "minor")
    for power in y.decades():
        yield _rule(x.begin, y(power), x.end, y(power), "grid")
    for power in x.decades():
        yield _rule(x(power), y.begin, x(power), y.end, "grid")
    yield "</g>"
    for power in y.decades():
        yield _text(x.begin - 8, y(power) + 4, quantity(power, unit), "tick", "end")
    for power in x.decades():
        yield _text(x(power), y.begin + 18, quantity(power, ""), "tick", "middle")
    yield _text((x.begin + x.end) / 2, y.begin + 36, count, "axis", "middle")


def _guide(x: Scale, y: Scale) -> Iterator[str]:
    """Draw what grows in proportion, through the lower left corner of the axes."""
    span = min(x.high - x.low, y.high - y.low)
    ends = [(10 ** (x.low + at), 10 ** (y.low + at)) for at in (0, span)]
    (x1, y1), (x2, y2) = ((x(size), y(cost)) for size, cost in ends)
    yield (
        f'<line class="guide" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
        ' stroke-dasharray="2 5" stroke-linecap="round" stroke-width="1.5"/>'
    )


def _line(series: Series, x: Scale, y: Scale, number: int) -> Iterator[str]:
    places = [(x(size), y(cost)) for size, cost in series.points]
    path = " ".join(f"{a},{b}" for a, b in places)
    yield f'<polyline class="line c{number}" points="{path}"/>'
    for (a, b), (size, cost) in zip(places, series.points, strict=True):
        label = (
            f"{series.title}, n = {quantity(size, '')}: {quantity(cost, series.unit)}"
        )
        yield f'<g class="f{number} halo"><title>{escape(label)}</title>'
        yield f"{_marker(a, b, number)}</g>"


def _marker(x: float, y: float, number: int) -> str:
    """Return a mark whose shape tells the lines apart without colours."""
    if number == 0:
        return f'<circle cx="{x}" cy="{y}" r="4.2"/>'
    corners = {
        1: ((-3.8, -3.8), (3.8, -3.8), (3.8, 3.8), (-3.8, 3.8)),
        2: ((0, -5.2), (5, 4), (-5, 4)),
        3: ((0, -5.4), (5.4, 0), (0, 5.4), (-5.4, 0)),
    }[number % 4 or 1]
    points = " ".join(f"{x + a:.1f},{y + b:.1f}" for a, b in corners)
    return f'<polygon points="{points}"/>'


def _legend(
    series: Series, left: float, y: float, width: float, number: int
) -> Iterator[str]:
    yield (
        f'<line class="line c{number}" x1="{left}" y1="{y:.1f}" x2="{left + 22}"'
        f' y2="{y:.1f}"/>'
    )
    yield f'<g class="f{number} halo">{_marker(left + 11, round(y, 1), number)}</g>'
    yield _text(left + 32, y + 4, series.title)
    yield (
        f'<text class="exponent" x="{left + width:.1f}" y="{y + 4:.1f}"'
        f' text-anchor="end">n<tspan dy="-4" font-size="10">'
        f"{decimal(series.last_exponent)}</tspan></text>"
    )


def _rule(x1: float, y1: float, x2: float, y2: float, cls: str) -> str:
    return f'<line class="{cls}" x1="{x1:.1f}" y1="{y1}" x2="{x2:.1f}" y2="{y2}"/>'


def _text(x: float, y: float, text: str, cls: str = "", anchor: str = "start") -> str:
    kind = f' class="{cls}"' if cls else ""
    where = f' x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f"<text{kind}{where}>{escape(text)}</text>"
