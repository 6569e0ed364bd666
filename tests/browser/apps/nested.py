"""Scenes that are made with all steps taken, or taken through them one after another."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    BasicTickFormatter,
    BoxAnnotation,
    BuiltinIcon,
    CanvasTexture,
    CDSView,
    ColorBar,
    ColumnDataSource,
    CompositeTicker,
    CoordinateMapping,
    CustomJSTickFormatter,
    DateSlider,
    DatetimeTickFormatter,
    Div,
    FixedTicker,
    GraphRenderer,
    GroupFilter,
    HelpButton,
    IndexFilter,
    InversionFilter,
    LinearAxis,
    LinearColorMapper,
    LogColorMapper,
    NumeralTickFormatter,
    PrintfTickFormatter,
    Range1d,
    RangeSlider,
    Scatter,
    SingleIntervalTicker,
    Slider,
    Spinner,
    StaticLayoutProvider,
    TextInput,
    Tooltip,
)
from syncd.plotting import figure
from syncd.transform import factor_cmap, linear_cmap


TIGHT = "ctx.fillRect(0, 0, 4, 4)"
WIDE = "ctx.fillRect(0, 0, 9, 3)"


def plot(**options):
    looks = {"width": 480, "height": 300, "tools": "", "toolbar_location": None}
    return figure(**(looks | {"x_range": (0, 6), "y_range": (0, 6)} | options))


def dots(made, **options):
    columns = {"x": [1, 2, 3, 4, 5], "y": [2, 5, 1, 4, 3], "f": list("abcab")}
    options = {"size": 24, "source": ColumnDataSource(columns)} | options
    return made.scatter("x", "y", **options)


def to(model, name, make):
    """Return the step that sets a field of what a model is by then."""

    def step():
        target = model() if callable(model) else model
        setattr(target, name, make() if callable(make) else make)

    return step


def axes():
    made = plot()
    dots(made)
    x, y = made.xaxis[0], made.yaxis[0]
    box = BoxAnnotation(left=1.5, right=2.5, fill_alpha=1, fill_color="#d0d020")
    made.add_layout(box)
    plane = CoordinateMapping(
        x_source=Range1d(0, 100),
        y_source=Range1d(0, 1),
        x_target=Range1d(1, 3),
        y_target=Range1d(0, 6),
    )
    above = LinearAxis(coordinates=plane)
    made.add_layout(above, "above")
    parts = [SingleIntervalTicker(interval=3)]
    return made, [
        to(x, "ticker", lambda: CompositeTicker(tickers=parts)),
        to(lambda: x.ticker.tickers[0], "interval", 1.5),
        to(y, "formatter", lambda: NumeralTickFormatter(format="0.0")),
        to(lambda: y.formatter, "format", "0.000"),
        to(plane.x_source, "end", 50),
        to(plane.x_target, "end", 5),
        to(x, "fixed_location", 3),
        to(x, "axis_line_width", 9),
        to(x, "level", "underlay"),
        to(x, "level", "overlay"),
        to(x, "fixed_location", None),
        to(x, "background_fill_color", "#d02020"),
    ]


def variants():
    made = plot()
    drawn = dots(made)
    coloured = linear_cmap("x", ["#101060", "#e0e0ff"], 1, 5)
    return made, [
        to(drawn.data_source.selected, "indices", [1, 2]),
        to(drawn, "nonselection_glyph", lambda: Scatter(x="x", y="y", size=9)),
        to(lambda: drawn.nonselection_glyph, "fill_color", coloured),
        to(lambda: drawn.nonselection_glyph, "size", 30),
        to(lambda: coloured.transform, "palette", ["#206020", "#e0ffe0"]),
        to(lambda: coloured.transform, "high", 20),
        to(drawn, "selection_glyph", lambda: Scatter(x="x", y="y", marker="star")),
        to(lambda: drawn.selection_glyph, "size", 40),
        to(drawn.data_source.selected, "indices", []),
        to(drawn, "muted", True),
        to(drawn, "muted_glyph", 0.9),
        to(lambda: drawn.muted_glyph, "fill_alpha", 0.3),
    ]


def mappers():
    made = plot()
    drawn = dots(made)
    factors = factor_cmap("f", ["#d02020", "#2020d0"], ["a", "b"])
    mapper = LinearColorMapper(["#101060", "#606020", "#e0e0ff"], low=0, high=10)
    bar = ColorBar(color_mapper=mapper, ticker=FixedTicker(ticks=[2]))
    made.add_layout(bar, "right")
    return made, [
        to(drawn.glyph, "fill_color", factors),
        to(factors.transform, "factors", ["c", "a"]),
        to(factors.transform, "palette", ["#20d020", "#d0d020"]),
        to(factors.transform, "nan_color", "#000000"),
        to(bar.ticker, "ticks", [1, 9]),
        to(mapper, "palette", ["#601010", "#ffe0e0"]),
        to(mapper, "high", 20),
        to(bar, "formatter", lambda: PrintfTickFormatter(format="%.2f")),
        to(lambda: bar.formatter, "format", "<%d>"),
        to(bar, "color_mapper", lambda: LogColorMapper("Viridis5", low=1, high=99)),
        to(lambda: bar.color_mapper, "palette", ["#d02020", "#2020d0"]),
    ]


def rows():
    made = plot()
    drawn = dots(made)
    graph = GraphRenderer()
    graph.node_renderer.data_source.data = {"index": [0, 1]}
    graph.edge_renderer.data_source.data = {"start": [0], "end": [1]}
    graph.layout_provider = StaticLayoutProvider(graph_layout={0: (1, 1), 1: (3, 5)})
    graph.node_renderer.glyph.size = 20
    made.renderers.append(graph)
    return made, [
        to(drawn, "view", lambda: CDSView(filter=IndexFilter([0, 1]))),
        to(lambda: drawn.view.filter, "indices", [1, 2, 3]),
        to(lambda: drawn.view, "filter", InversionFilter(operand=IndexFilter([0]))),
        to(lambda: drawn.view.filter.operand, "indices", [1, 2]),
        to(
            lambda: drawn.view.filter,
            "operand",
            lambda: GroupFilter(column_name="f", group="a"),
        ),
        to(lambda: drawn.view.filter.operand, "group", "b"),
        to(lambda: graph.layout_provider, "graph_layout", {0: (1, 5), 1: (3, 1)}),
        to(
            graph,
            "layout_provider",
            lambda: StaticLayoutProvider(graph_layout={0: (2, 2), 1: (4, 2)}),
        ),
        to(lambda: graph.layout_provider, "graph_layout", {0: (1, 2), 1: (5, 5)}),
    ]


def textures():
    made = plot(title="Words", width=500)
    dots(made, legend_label="dots")
    mine = [CanvasTexture(code=TIGHT) for _ in range(5)]
    behind = {"background_hatch_pattern": "mine"}
    parts = (made, made.legend[0], made.title, made.xaxis[0])
    for part, texture in zip(parts, mine, strict=False):
        part.background_hatch_extra = {"mine": texture}
        part.update(**behind)
    made.ygrid[0].band_hatch_extra = {"mine": mine[4]}
    made.ygrid[0].band_hatch_pattern = "mine"
    return made, [to(texture, "code", WIDE) for texture in mine]


def titles():
    made = plot(title="Words", tools="pan", toolbar_location="above")

    def room():
        made.update(min_border_top=60, min_border_bottom=60, title_location="below")
        made.title.standoff = 25

    return made, [
        room,
        to(made, "title_location", "left"),
        to(made, "title_location", "below"),
        to(made, "title_location", "above"),
        to(made, "min_border_top", 75),
        to(made.title, "text_font_size", "30px"),
        to(made, "title_location", "below"),
    ]


def widgets():
    day = 86_400_000
    plain = Slider(start=0, end=10, value=3, title="a")
    plain.format = PrintfTickFormatter(format="%.2f kg")
    ends = RangeSlider(start=0, end=10, value=(3, 5), title="b")
    ends.format = CustomJSTickFormatter(code="return '10^' + tick")
    date = DateSlider(start=0, end=90 * day, value=31 * day, title="c")
    date.format = DatetimeTickFormatter(days="%Y/%m/%d")
    spinner = Spinner(value=3, format=BasicTickFormatter(precision=3))
    help_ = HelpButton(tooltip=Tooltip(content="words"))
    tip = Tooltip(content="some words", position="right", visible=True)
    field = TextInput(title="d", description=tip)
    return column(plain, ends, date, spinner, help_, field), [
        to(plain.format, "format", "%d g"),
        to(ends.format, "code", "return 'e' + tick"),
        to(date.format, "days", "%d.%m."),
        to(spinner, "format", lambda: NumeralTickFormatter(format="0.0")),
        to(lambda: spinner.format, "format", "0.00"),
        to(plain, "format", "0.000"),
        to(help_, "icon", lambda: BuiltinIcon("settings")),
        to(help_, "icon", lambda: BuiltinIcon("save")),
        to(tip, "width", 40),
        to(tip, "height", 20),
        to(tip, "styles", {"background-color": "#103010"}),
    ]


SCENES = (axes, variants, mappers, rows, textures, titles, widgets)
place = row(name="place")
ask = Spinner(name="ask", visible=False, value=0)
told = Div(name="told", visible=False)
steps: list = []


def do(attr, old, new):
    scene, step = divmod(int(new), 100)
    if step in {0, 99}:
        made, steps[:] = SCENES[scene - 1]()
        if step:
            for each in steps:
                each()
        place.children = [made]
    else:
        steps[step - 1]()
    told.tags = [new, [str(at) for at in range(1, len(steps) + 1)]]


ask.on_change("value", do)
curdoc().add_root(place)
curdoc().add_root(ask)
curdoc().add_root(told)
