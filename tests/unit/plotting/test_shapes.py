import logging
import re
from typing import get_args

import pytest

import syncd.models
from syncd.models import (
    ColumnDataSource,
    Glyph,
    HexTile,
    LinearColorMapper,
    Scatter,
)
from syncd.models.enums import Marker
from syncd.plotting import figure
from syncd.transform import (
    cumsum,
    dodge,
    factor_cmap,
    factor_hatch,
    factor_mark,
    jitter,
    stack,
    transform,
)


MISSHAPEN = [
    (
        "line",
        ([1, 2], "2x2"),
        "Line.y is an array of shape (2, 2), expected one dimension",
    ),
    ("vbar", ("3x1", 0.5, [1, 2, 3]), "VBar.x is an array of shape (3, 1)"),
    (
        "image",
        ("2x2", 0, 0, 1, 1),
        "Image.image is an array of shape (2, 2), which is one picture: [image]",
    ),
    ("image_rgba", ("2x2x4", 0, 0, 1, 1), "ImageRGBA.image is an array of shape"),
    ("image_stack", ("2x2x3", 0, 0, 1, 1), "ImageStack.image is an array of shape"),
]

PILES = [
    ("image", ("3x2x2", [0] * 3, 0, 1, 1)),
    ("image_rgba", ("3x2x2x4", [0] * 3, 0, 1, 1)),
    ("image_stack", ("3x2x2x5", [0] * 3, 0, 1, 1)),
    ("multi_line", ("3x2", "3x2")),
]

SHAPES = {
    "annular_wedge": ("AnnularWedge", 6),
    "annulus": ("Annulus", 4),
    "arc": ("Arc", 5),
    "bezier": ("Bezier", 8),
    "block": ("Block", 4),
    "ellipse": ("Ellipse", 4),
    "harea": ("HArea", 3),
    "harea_step": ("HAreaStep", 3),
    "hex_tile": ("HexTile", 2),
    "hspan": ("HSpan", 1),
    "hstrip": ("HStrip", 2),
    "image": ("Image", 5),
    "image_rgba": ("ImageRGBA", 5),
    "image_stack": ("ImageStack", 5),
    "image_url": ("ImageURL", 3),
    "multi_line": ("MultiLine", 2),
    "multi_polygons": ("MultiPolygons", 2),
    "ngon": ("Ngon", 4),
    "patch": ("Patch", 2),
    "patches": ("Patches", 2),
    "quad": ("Quad", 4),
    "quadratic": ("Quadratic", 6),
    "ray": ("Ray", 4),
    "rect": ("Rect", 4),
    "segment": ("Segment", 4),
    "step": ("Step", 2),
    "varea": ("VArea", 3),
    "varea_step": ("VAreaStep", 3),
    "vspan": ("VSpan", 1),
    "vstrip": ("VStrip", 2),
    "wedge": ("Wedge", 5),
}


@pytest.fixture
def plot() -> figure:
    return figure()


@pytest.mark.parametrize(("method", "expected"), SHAPES.items(), ids=SHAPES)
def test_shapes_take_sequences_by_position(plot, method, expected, caplog) -> None:
    caplog.set_level(logging.WARNING)
    name, count = expected
    renderer = getattr(plot, method)(*[[1, 2]] * count, color="red", alpha=0.5)
    assert renderer.glyph.type == name
    assert len(renderer.data_source.data) == count
    assert plot.renderers == [renderer]
    assert not caplog.records
    looks = [field for field in renderer.glyph.fields() if field.endswith("_color")]
    assert all(
        getattr(renderer.glyph, look) == "red"
        for look in looks
        if look != "hatch_color"
    )


@pytest.mark.parametrize("method", SHAPES)
def test_shapes_take_names_of_columns(plot, method) -> None:
    _, count = SHAPES[method]
    source = ColumnDataSource({f"column {at}": [1] for at in range(count)})
    renderer = getattr(plot, method)(*source.data, source=source)
    told = {str(renderer.glyph.wire_value(field)) for field in renderer.glyph.fields()}
    assert {str({"field": column}) for column in source.data} <= told
    assert renderer.data_source is source


def test_every_shape_has_its_method() -> None:
    glyphs = {
        name
        for name in dir(syncd.models)
        if isinstance(cls := getattr(syncd.models, name), type)
        and issubclass(cls, Glyph)
        and not name.endswith(("Glyph", "Marker"))
    }
    basic = {"Circle", "HBar", "Line", "Scatter", "Text", "VBar"}
    assert glyphs == basic | {name for name, _ in SHAPES.values()}


@pytest.mark.parametrize("marker", sorted({*get_args(Marker)} - {"circle"}))
def test_markers_have_methods(plot: figure, marker: str) -> None:
    renderer = getattr(plot, marker)([1], [2], size=10)
    assert type(renderer.glyph) is Scatter
    assert renderer.glyph.marker == marker


SHORT = {
    "*": "asterisk",
    "+": "cross",
    "o": "circle",
    "o+": "circle_cross",
    "o.": "circle_dot",
    "ox": "circle_x",
    "oy": "circle_y",
    "-": "dash",
    ".": "dot",
    "v": "inverted_triangle",
    "^": "triangle",
    "^.": "triangle_dot",
}


@pytest.mark.parametrize(("sign", "marker"), SHORT.items())
def test_short_markers_are_understood(plot, sign: str, marker: str) -> None:
    assert plot.scatter([1], [1], marker=sign).glyph.marker == marker


def test_an_image_takes_a_palette_or_a_mapper(plot) -> None:
    grid = [[[1, 2], [3, 4]]]
    renderer = plot.image(grid, 0, 0, 1, 1, palette="Viridis3")
    assert len(renderer.glyph.color_mapper.palette) == 3
    mapper = LinearColorMapper(palette=["red"])
    assert (
        plot.image(grid, 0, 0, 1, 1, color_mapper=mapper).glyph.color_mapper is mapper
    )
    with pytest.raises(ValueError, match="got both"):
        plot.image(grid, palette="Viridis3", color_mapper=mapper)


DATA = {"x": [1, 2], "a": [1, 2], "b": [3, 4], "c": [5, 6]}


@pytest.mark.parametrize(
    ("method", "name", "low", "high"),
    [
        ("vbar_stack", "VBar", "bottom", "top"),
        ("hbar_stack", "HBar", "left", "right"),
        ("varea_stack", "VArea", "y1", "y2"),
        ("harea_stack", "HArea", "x1", "x2"),
        ("vline_stack", "Line", None, "y"),
        ("hline_stack", "Line", None, "x"),
    ],
)
def test_columns_are_stacked_on_each_other(plot, method, name, low, high) -> None:
    source = ColumnDataSource(DATA)
    made = getattr(plot, method)(
        ["a", "b", "c"], color=["red", "green", "blue"], source=source
    )
    assert [renderer.glyph.type for renderer in made] == [name] * 3
    assert [renderer.name for renderer in made] == ["a", "b", "c"]
    tops = [getattr(renderer.glyph, high)["expr"].columns for renderer in made]
    assert tops == [["a"], ["a", "b"], ["a", "b", "c"]]
    if low is not None:
        lows = [getattr(renderer.glyph, low)["expr"].columns for renderer in made]
        assert lows == [[], ["a"], ["a", "b"]]


def test_a_list_of_another_length_than_the_stackers_is_refused(plot) -> None:
    with pytest.raises(ValueError, match="color has 2 values for 3 stackers"):
        plot.vbar_stack(["a", "b", "c"], x="x", color=["red", "blue"], source=DATA)
    assert plot.renderers == []


@pytest.mark.parametrize(
    ("method", "ends"),
    [
        ("vbar_stack", ("bottom", "top")),
        ("hbar_stack", ("left", "right")),
        ("varea_stack", ("y1", "y2")),
        ("harea_stack", ("x1", "x2")),
        ("vline_stack", ("y",)),
        ("hline_stack", ("x",)),
    ],
)
def test_a_stack_says_itself_where_its_columns_end(plot, method, ends) -> None:
    for end in ends:
        with pytest.raises(ValueError, match=f"{end} is what stackers say"):
            getattr(plot, method)(["a", "b"], source=DATA, **{end: 0})
    with pytest.raises(ValueError, match="stackers is 'ab', expected a list"):
        getattr(plot, method)("ab", source=DATA)
    assert plot.renderers == []


def test_a_stack_is_drawn_as_a_whole_or_not_at_all(plot) -> None:
    with pytest.raises(ValueError, match="visible got 'x'"):
        plot.vbar_stack(
            ["a", "b"],
            x="x",
            visible=[True, "x"],
            legend_label=["one", "two"],
            source=DATA,
        )
    assert plot.renderers == plot.center[2:] == []


def test_hexagons_are_coloured_by_their_counts(plot) -> None:
    renderer, bins = plot.hexbin([0, 0, 5], [0, 0, 5], 1)
    assert sorted(bins.counts) == [1, 2]
    assert renderer.glyph.fill_color["transform"].high == 2
    assert list(renderer.data_source.data["c"]) == bins.counts
    assert plot.hexbin([], [], 1)[1].counts == []


def test_columns_can_be_changed_in_the_browser() -> None:
    assert dodge("x", 0.5)["transform"].value == 0.5
    assert jitter("x", 2, distribution="normal")["transform"].distribution == "normal"
    assert stack("a", "b")["expr"].columns == ["a", "b"]
    assert cumsum(field_name="a", include_zero=True)["expr"].include_zero
    mapper = LinearColorMapper()
    assert transform("a", mapper) == {"field": "a", "transform": mapper}


def test_factors_can_be_mapped_by_some_of_their_levels(plot) -> None:
    renderer = plot.scatter(
        [1],
        [1],
        marker=factor_mark("k", ["star", "hex"], ["a", "b"]),
        hatch_pattern=factor_hatch("k", ["/", "x"], ["a", "b"]),
        color=factor_cmap("k", "Category10_3", ["a", "b"], start=1, end=2),
    )
    assert renderer.glyph.marker["transform"].markers == ["star", "hex"]
    assert renderer.glyph.hatch_pattern["transform"].patterns == ["/", "x"]
    assert renderer.glyph.fill_color["transform"].end == 2
    assert factor_cmap("k", "Category10_3", [], 1, 2)["transform"].start == 1


@pytest.mark.parametrize(
    ("method", "values"),
    [
        ("image", {"image": [[[1, 2], [3, 4]]], "dw": 1, "dh": 1}),
        ("image_rgba", {"image": [[[1, 2], [3, 4]]], "dw": 1, "dh": 1}),
        ("image_url", {"url": ["/a.png"], "w": 1, "h": 1}),
    ],
)
def test_alpha_is_that_of_whole_pictures(method, values):
    renderer = getattr(figure(), method)(x=[0], y=[0], alpha=0.5, **values)
    assert renderer.glyph.global_alpha == 0.5


def test_pictures_may_be_what_files_hold() -> None:
    png, svg = b"\x89PNG\r\n\x1a\n", b"<svg/>"
    given = figure().image_url(url=[png, "/a.gif", bytearray(svg)], x=0, y=0)
    assert given.data_source.data["url"] == [
        "data:image/png;base64,iVBORw0KGgo=",
        "/a.gif",
        "data:image/svg+xml;base64,PHN2Zy8+",
    ]
    assert figure().image_url([svg], 0, 0).data_source.data["url"][0].startswith("data")
    assert figure().image_url(url=svg, x=[0], y=[0]).glyph.url == {
        "value": "data:image/svg+xml;base64,PHN2Zy8+"
    }
    with pytest.raises(ValueError, match=r"4 bytes that begin with b'oops', .* PNG"):
        figure().image_url(url=[b"oops"], x=0, y=0)


def test_looks_may_be_named_without_what_they_are_of() -> None:
    line = figure().line([1, 2], [3, 4], width=3, dash="dashed", nonselection_width=1)
    assert line.glyph.line_width == 3
    assert (
        line.glyph.line_dash
        == figure().line([1], [1], line_dash="dashed").glyph.line_dash
    )
    assert line.nonselection_glyph.line_width == 1
    words = figure().text([1], [2], text=["a"], font_size="12pt", align="center")
    assert words.glyph.text_font_size == "12pt"
    bars = figure().vbar(x=[1], top=[2], width=0.5)
    assert (bars.glyph.width, bars.glyph.line_width) == (0.5, 1)
    with pytest.raises(AttributeError, match="widht"):
        figure().line([1], [2], widht=3)


def test_shapes_that_say_nothing_else_look_like_bokehs() -> None:
    """A block is a unit square, a tile has no outline, and no column is asked for."""
    block = figure().block(x=[1, 2], y=[3, 4]).glyph
    assert (block.width, block.height) == (1, 1)
    assert HexTile().line_color is None
    assert figure().hex_tile(q=[1], r=[1]).glyph.line_color == "#1f77b4"


def _zeros(given):
    """Put arrays of bytes in place of their shapes."""
    numpy = pytest.importorskip("numpy")
    return [
        numpy.zeros([*map(int, each.split("x"))], dtype="u1")
        if isinstance(each, str)
        else each
        for each in given
    ]


@pytest.mark.parametrize(("method", "given", "reason"), MISSHAPEN)
def test_an_array_of_too_many_or_too_few_dimensions_is_refused(method, given, reason):
    """It would be drawn as nothing."""
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}"):
        getattr(figure(), method)(*_zeros(given))


@pytest.mark.parametrize(("method", "given"), PILES)
def test_an_array_may_hold_all_rows(method, given):
    renderer = getattr(figure(), method)(*_zeros(given))
    assert {len(column) for column in renderer.data_source.data.values()} == {3}


def test_an_array_of_colours_has_their_parts():
    numpy = pytest.importorskip("numpy")
    colors = numpy.array([[255, 0, 0], [0, 0, 255]], dtype="u1")
    renderer = figure().scatter([1, 2], [1, 2], fill_color=colors)
    assert renderer.data_source.data["fill_color"].shape == (2, 3)
