"""Figures that tell about their rows in pairs, in markup and by code."""

from syncd.layouts import column
from syncd.models import ColumnDataSource, CustomJS, CustomJSHover, HoverTool
from syncd.plotting import curdoc, figure


MARKUP = """
<div style="color: #ff0000"><b>@word</b><script>document.title = "run"</script>
<img src="x" onerror="document.title = 'run'"> at $index, $x{0.0}</div>
"""

source = ColumnDataSource(
    {
        "x": [20.0, 50.0, 80.0],
        "y": [50.0, 50.0, 50.0],
        "word": ["a", "<i>two</i>", "c"],
        "when": [0.0, 86_400_000.0, 1.7e12],
    }
)


def plain(name, **options):
    plot = figure(
        name=name,
        width=500,
        height=260,
        tools="",
        x_range=(0, 100),
        y_range=(0, 100),
    )
    plot.scatter("x", "y", source=source, size=24, name="word")
    plot.add_tools(HoverTool(**options))
    return plot


pairs = plain("pairs", tooltips=[("day", "@when{%F}"), ("own", "@$name")])
pairs.hover.formatters = {"@when": "datetime"}
markup = plain("markup", tooltips=MARKUP, attachment="above")
code = plain(
    "code",
    tooltips={"own": "@x{long}"},
    formatters={"@x": CustomJSHover(code="return value + ' by code'")},
    show_arrow=False,
)
lines = plain("lines", tooltips=[("y", "$data_y{0.0}")], mode="vline")
lines.hover.update(line_policy="interp", renderers=[lines.line([0, 100], [0, 100])])

over = figure(name="over", width=500, height=260, tools="", x_range=(0, 100))
over.scatter([50, 51, 49] * 4, [50] * 12, size=30)
over.scatter([50], [50], size=10)
over.add_tools(HoverTool(tooltips=[("row", "$index")], limit=2))

filtered = plain(
    "filtered",
    tooltips=[("word", "@word")],
    mode="vline",
    filters={"@x": CustomJS(code="return cb_data.value > 30")},
)
spans = figure(name="spans", width=500, height=260, tools="", x_range=(0, 100))
spans.scatter([50, 50, 80], [1, 3, 2], size=12)
spans.line([45, 65, 10, 80], [4, 5, 6, 7])
spans.add_tools(HoverTool(tooltips=[("y", "@y")], mode="vline"))

peak = figure(name="peak", width=500, height=150, tools="", x_range=(0, 100))
peak.line([20, 50, 80], [10, 90, 10], line_width=3)
for policy in ("prev", "next", "none"):
    tooltips = [(policy, "@x")]
    peak.add_tools(HoverTool(tooltips=tooltips, line_policy=policy))
peak.y_range.update(start=0, end=100)

wide = figure(name="wide", width=500, height=260, tools="", y_range=(0, 100))
wide.multi_line([[0, 100], [0, 100]], [[30, 30], [70, 70]], line_width=[60, 1])
wide.add_tools(HoverTool(tooltips=[("row", "$index")]))

curdoc().add_root(
    column(pairs, markup, code, lines, over, filtered, spans, peak, wide),
)
