"""Pairs of scenes: one is made with fields of the table, the other gets them later."""

from syncd.io import curdoc
from syncd.layouts import column, gridplot, row
from syncd.models import (
    BoxAnnotation,
    BoxInteractionHandles,
    BuiltinIcon,
    Button,
    CategoricalScale,
    ColorBar,
    ColumnDataSource,
    CoordinateMapping,
    DataTable,
    Decoration,
    Div,
    EqHistColorMapper,
    FactorRange,
    HelpButton,
    LinearColorMapper,
    NumberFormatter,
    PaletteSelect,
    Range1d,
    RendererGroup,
    ScaleBar,
    SizeBar,
    Slider,
    Slope,
    Span,
    Spinner,
    StringFormatter,
    TableColumn,
    Tooltip,
    VeeHead,
    WeightedStackColorMapper,
)
from syncd.models.annotations import AreaVisuals
from syncd.plotting import figure


RED = "#d02020"
LINE = {"color": RED, "alpha": 0.3, "width": 4, "dash": [6, 3], "cap": "round"}
DASHED = {"dash_offset": 4}
TEXT = {
    "color": RED,
    "alpha": 0.3,
    "font": "monospace",
    "font_size": "20px",
    "font_style": "bold italic",
    "outline_color": RED,
}
HATCH = {"color": RED, "alpha": 0.2, "scale": 20, "weight": 4}


def plot(**options):
    looks = {"width": 300, "height": 220, "tools": "", "toolbar_location": None}
    ends = {"x_range": (0, 6), "y_range": (0, 6)}
    return figure(**(looks | ends | options))


def rows(model, prefix, values, *without):
    """Return rows of a table for fields that begin alike."""
    return [
        (model, f"{prefix}_{name}", value)
        for name, value in values.items()
        if name not in without
    ]


def axes():
    made = plot(x_axis_label="long", y_axis_label="high", min_border_right=5)
    made.line([1, 5], [1, 5])
    x, y = made.xaxis[0], made.yaxis[0]
    x.background_fill_color = "#8888ff"
    x.background_hatch_pattern = "/"
    for line in ("axis", "major_tick"):
        setattr(y, f"{line}_line_dash", [5, 5])
        setattr(y, f"{line}_line_width", 3)
    y.major_tick_out = y.minor_tick_out = 12
    y.minor_tick_line_dash = [5, 5]
    grid, bands = made.xgrid[0], made.ygrid[0]
    grid.minor_grid_line_color = grid.grid_line_color = "black"
    bands.band_hatch_pattern = "x"
    bands.band_fill_color = "#eeeeee"
    bands.grid_line_dash = [5, 5]
    bands.minor_grid_line_color = "#777777"
    bands.minor_grid_line_dash = [5, 5]
    return made, [
        (x, "axis_label_align", "end"),
        (x, "axis_label_standoff", 20),
        (x, "background_fill_alpha", 0.2),
        *rows(x, "background_hatch", HATCH),
        *rows(x, "axis_label_text", TEXT),
        *rows(x, "major_label_text", TEXT),
        *rows(y, "axis_line", LINE | DASHED, "dash", "cap"),
        *rows(y, "major_tick_line", LINE | DASHED, "dash"),
        *rows(y, "minor_tick_line", LINE | DASHED, "dash"),
        *rows(grid, "grid_line", LINE, "cap"),
        *rows(grid, "minor_grid_line", LINE, "cap"),
        *rows(bands, "grid_line", {"cap": "square", "width": 5} | DASHED),
        *rows(bands, "minor_grid_line", {"cap": "square", "width": 5} | DASHED),
        *rows(bands, "band_hatch", HATCH | {"pattern": "o"}),
    ]


def around():
    made = plot(title="What it is called")
    made.border_hatch_pattern = "/"
    made.border_line_color = made.outline_line_color = "black"
    made.outline_line_dash = made.border_line_dash = [5, 5]
    made.background_hatch_pattern = "x"
    made.title.background_fill_color = "#8888ff"
    made.title.border_line_color = "black"
    made.line([1, 5], [1, 5], legend_label="line")
    made.scatter([1, 5], [5, 1], legend_label="dots", muted=True)
    legend = made.legend[0]
    legend.title = "All"
    legend.click_policy = "mute"
    legend.background_hatch_pattern = "/"
    legend.inactive_hatch_pattern = "x"
    legend.item_background_policy = "every"
    legend.item_background_fill_color = "#ffdddd"
    legend.item_background_hatch_pattern = "x"
    return made, [
        *rows(made, "border_hatch", HATCH | {"pattern": "o"}),
        *rows(made, "border_line", LINE | DASHED),
        *rows(made, "outline_line", LINE | DASHED),
        *rows(made, "background_hatch", HATCH),
        (made, "min_border_bottom", 60),
        (made, "min_border_right", 60),
        (made.title, "background_fill_alpha", 0.3),
        *rows(made.title, "border_line", LINE, "cap"),
        *rows(made.title, "text", TEXT),
        *rows(legend, "label_text", TEXT | {"line_height": 2}),
        *rows(legend, "title_text", TEXT, "outline_color"),
        *rows(legend, "background_hatch", HATCH),
        *rows(legend, "inactive_hatch", HATCH | {"pattern": "o"}),
        *rows(legend, "inactive_fill", {"color": RED, "alpha": 0.2}),
        *rows(legend, "item_background_fill", {"color": RED, "alpha": 0.2}),
        *rows(legend, "item_background_hatch", HATCH | {"pattern": "o"}),
        (legend, "item_background_policy", "odd"),
        (legend, "glyph_width", 40),
        (legend, "glyph_height", 40),
        (legend, "label_width", 80),
        (legend, "label_height", 50),
        (legend, "label_standoff", 25),
        (legend, "title_standoff", 25),
    ]


def factors():
    names = [("a", "k", "u"), ("a", "k", "v"), ("b", "l", "u"), ("b", "l", "v")]
    made = plot(x_range=FactorRange(*names), x_scale=CategoricalScale())
    made.vbar(names, top=[1, 2, 3, 4], width=0.8)
    axis = made.xaxis[0]
    axis.separator_line_dash, axis.separator_line_width = [8, 8], 5
    axis.separator_line_color = "black"
    return made, [
        (axis, "group_label_orientation", "vertical"),
        (axis, "subgroup_label_orientation", "vertical"),
        *rows(axis, "group_text", TEXT),
        *rows(axis, "subgroup_text", TEXT),
        *rows(
            axis, "separator_line", {"color": RED, "alpha": 0.3, "width": 2} | DASHED
        ),
    ]


def marks():
    made = plot()
    handles = BoxInteractionHandles(
        all=AreaVisuals(fill_color="white", line_color="blue")
    )
    sides = {"left": 1, "right": 3, "bottom": 1, "top": 3}
    box = BoxAnnotation(**sides, editable=True, use_handles=True, handles=handles)
    span = Span(location=4, dimension="height")
    slope = Slope(gradient=0.5, y_intercept=3, line_color="#333333")
    slope.above_fill_color = slope.below_fill_color = "#eeeeff"
    slope.above_hatch_pattern = slope.below_hatch_pattern = "/"
    words = made.text([1.5], [5], ["words"])
    segment = made.segment([3.5], [5], [5.5], [5.5])
    for mark in (box, span, slope):
        made.add_layout(mark)
    plane = CoordinateMapping(
        x_source=Range1d(0, 12),
        y_source=Range1d(0, 12),
        x_target=Range1d(0, 6),
        y_target=Range1d(0, 6),
    )
    heads = [Decoration(marking=VeeHead(size=20, fill_color=RED), node="end")]
    gone = RendererGroup(visible=False)
    return made, [
        (box, "coordinates", plane),
        (slope, "coordinates", plane),
        (span, "group", gone),
        (words, "group", gone),
        (segment.glyph, "decorations", heads),
        (handles.all, "fill_color", RED),
        (handles.all, "line_color", RED),
        (handles.all, "line_dash", [6, 3]),
        (handles.all, "line_width", 4),
        *rows(slope, "above_fill", {"alpha": 0.2}),
        *rows(slope, "below_fill", {"alpha": 0.2}),
        *rows(slope, "above_hatch", HATCH | {"pattern": "o"}),
        *rows(slope, "below_hatch", HATCH | {"pattern": "o"}),
    ]


def bars():
    made = plot(width=480)
    mapper = LinearColorMapper(palette="Viridis11", low=0, high=1)
    circles = made.circle([1, 3, 5], [1, 3, 5], radius=[0.2, 0.5, 1])
    boxed = {"border_line_color": "black", "background_fill_color": "#eeeeff"}
    ticks = {"major_tick_out": 9, "minor_tick_out": 9, "minor_tick_line_color": "black"}
    lines = {f"{kind}_tick_line_dash": [3, 3] for kind in ("major", "minor")}
    colours = ColorBar(color_mapper=mapper, title="Colours", **boxed, **ticks, **lines)
    colours.bar_line_color, colours.bar_line_dash = "black", [4, 4]
    sizes = SizeBar(renderer=circles, title="Sizes", glyph_line_dash=[4, 4])
    sizes.glyph_line_color = "black"
    sizes.glyph_hatch_pattern = "/"
    scale = ScaleBar(unit="m", title="Scale", location="bottom_right", **boxed)
    made.add_layout(colours, "right")
    made.add_layout(sizes, "right")
    made.add_layout(scale)
    return made, [
        *rows(colours, "bar_line", LINE | DASHED, "dash"),
        *rows(colours, "border_line", LINE | DASHED, "cap", "dash_offset"),
        *rows(colours, "major_tick_line", LINE | DASHED, "dash", "cap"),
        *rows(colours, "minor_tick_line", LINE | DASHED, "dash", "cap"),
        *rows(colours, "major_label_text", TEXT),
        *rows(colours, "title_text", TEXT),
        (colours, "scale_alpha", 0.4),
        (colours, "label_standoff", 20),
        (colours, "title_standoff", 20),
        *rows(sizes, "glyph_line", LINE | DASHED, "dash", "cap"),
        *rows(sizes, "glyph_fill", {"color": RED, "alpha": 0.2}),
        *rows(sizes, "glyph_hatch", HATCH | {"pattern": "o"}),
        *rows(scale, "background_hatch", {"pattern": "x"}),
        *rows(scale, "label_text", TEXT),
        *rows(scale, "title_text", TEXT),
        *rows(scale, "bar_line", LINE, "cap"),
        *rows(scale, "border_line", LINE, "cap"),
        (scale, "label_align", "start"),
        (scale, "title_align", "end"),
    ]


def images():
    made = plot(width=400)
    mapper = WeightedStackColorMapper(palette=["red", "blue"])
    made.image_stack(
        [[[[0.0, 4], [1, 3]], [[2, 2], [3, 1]]]], 0, 0, 2, 2, color_mapper=mapper
    )
    equal = EqHistColorMapper(palette=["red", "green", "blue", "black"])
    values = [[[0.0, 0, 5, 5, 9, 9, 9, 9]]]
    made.image(image=values, x=3, y=0, dw=2, dh=2, color_mapper=equal)
    fades = LinearColorMapper(palette=["#00000000", "#000000ff"], low=0, high=9)
    return made, [
        (mapper, "alpha_mapper", fades),
        (mapper, "color_baseline", 2),
        (equal, "rescale_discrete_levels", True),
    ]


def tools():
    names = "pan,box_zoom,box_select,lasso_select,wheel_zoom,tap,hover,reset,undo,redo"
    made = plot(tools=names, toolbar_location="right", height=200)
    made.line([1, 5], [1, 5])
    return made, [
        (made.tools[0], "visible", False),
    ]


def shared():
    plots = [plot(width=180, height=120, tools="pan,reset") for _ in range(2)]
    made = gridplot([plots])
    return made, [
        (made, "toolbar_location", "left"),
        (made.toolbar, "visible", False),
    ]


def widgets():
    help_ = HelpButton(tooltip=Tooltip(content="words", position="right"))
    icon = BuiltinIcon(icon_name="settings")
    palettes = PaletteSelect(value="a", items=[("a", ["red", "blue"])])
    slider = Slider(title="level", start=0, end=9, value=3)
    words = Div(text="<b>bold</b>")
    spinner = Spinner(value=3)
    return column(
        help_, Button(label="set", icon=icon), palettes, slider, words, spinner
    ), [
        (help_, "label", "What is this?"),
        (icon, "visible", False),
        (icon, "icon_name", "save"),
        (palettes, "swatch_width", 30),
        (palettes, "swatch_height", 40),
        (slider, "show_value", False),
        (words, "render_as_text", True),
    ]


def table():
    numbers = NumberFormatter(format="0.0")
    words = StringFormatter()
    columns = [
        TableColumn(field="a", title="A", formatter=numbers, width=80),
        TableColumn(field="b", title="B", formatter=words, width=80),
    ]
    data = {"a": [1.0, float("nan"), 3.0], "b": ["x", None, "z"]}
    made = DataTable(source=ColumnDataSource(data), columns=columns, width=300)
    made.height = 160
    return made, [
        (numbers, "nan_format", "nothing"),
        (words, "null_format", "none"),
        (made, "header_row", False),
        (made, "row_height", 40),
        (made, "index_header", "No"),
        (made, "index_width", 90),
        (columns[0], "title", "Numbers"),
    ]


SCENES = (axes, around, factors, marks, bars, images, tools, shared, widgets, table)
place = row(name="place")
ask = Spinner(name="ask", visible=False, value=0)
told = Div(name="told", visible=False)
table_: list = []
before: list = []


def build(number, with_all):
    """Show a scene, with all values of its table from the start or with none."""
    scene, table_[:] = SCENES[number]()
    before.clear()
    for model, name, _ in table_:
        if name.endswith("color"):
            # One that was set is no longer the page's own, whatever it is.
            setattr(model, name, getattr(model, name))
    if with_all:
        put(table_)
    place.children = [scene]


def put(lines):
    for model, name, value in lines:
        before.append((model, name, getattr(model, name)))
        setattr(model, name, value)


def do(attr, old, new):
    scene, step = divmod(int(new), 1000)
    if step in {0, 999}:
        build(scene - 1, step == 999)
    elif step == 998:
        put(table_)
    else:
        for model, name, value in before:
            setattr(model, name, value)
        before.clear()
        if step <= len(table_):
            put(table_[step - 1 : step])
    names = [f"{model.type}.{name}" for model, name, _ in table_]
    told.tags = [new, names]


ask.on_change("value", do)
curdoc().add_root(place)
curdoc().add_root(ask)
curdoc().add_root(told)
