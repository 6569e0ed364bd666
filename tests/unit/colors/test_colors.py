"""Colours that can be computed with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncd.colors import HSL, RGB, Color, groups, named
from syncd.colors.css import COLOR_NAMES
from syncd.colors.named import NamedColor
from syncd.errors import FieldError
from syncd.models import Slider
from syncd.plotting import figure


level = st.integers(0, 255)
colors = st.builds(RGB, level, level, level)


@given(colors)
def test_a_colour_survives_being_written(color):
    assert RGB.from_hex_string(color.to_hex()) == color


@given(colors)
def test_a_colour_survives_its_hue_nearly(color):
    back = color.to_hsl().to_rgb()
    pairs = zip((color.r, color.g, color.b), (back.r, back.g, back.b), strict=True)
    # Hues are whole degrees.
    assert all(abs(one - other) <= 3 for one, other in pairs)


@given(colors, st.floats(0, 1))
def test_lighter_colours_give_more_light(color, amount):
    darker, lighter = color.darken(amount), color.lighten(amount)
    assert darker.to_hsl().l <= color.to_hsl().l + 0.01
    assert lighter.to_hsl().l >= color.to_hsl().l - 0.01
    assert color.lighten(1).to_hex() == "#ffffff"
    assert color.darken(1).to_hex() == "#000000"


def test_how_colours_are_written():
    assert str(RGB(10, 20, 30)) == "rgb(10, 20, 30)"
    assert str(RGB(10, 20, 30, 0.5)) == "rgba(10, 20, 30, 0.5)"
    assert RGB(10, 20, 30, 0.5).to_hex() == "#0a141e80"
    assert str(HSL(120, 0.5, 0.5)) == "hsl(120, 50.0%, 50.0%)"
    assert str(HSL(120, 0.5, 0.5, 0.2)) == "hsla(120, 50.0%, 50.0%, 0.2)"
    assert str(named.tomato) == "tomato"
    assert named.tomato.to_hex() == "#ff6347"
    assert RGB.from_hex_string("#1234") == RGB(17, 34, 51, 68 / 255)


def test_black_and_white_are_the_ends_of_all_measures():
    for measure in ("brightness", "luminance"):
        assert getattr(named.black, measure) == pytest.approx(0)
        assert getattr(named.white, measure) == pytest.approx(1)


@pytest.mark.parametrize("text", ["#12", "#12345", "#gggggg", "", "12 34"])
def test_what_is_no_colour(text):
    with pytest.raises(ValueError, match="no colour like '#rrggbb'"):
        RGB.from_hex_string(text)


def test_groups_have_all_names_but_the_second_spellings():
    all_groups = [getattr(groups, name) for name in groups.__all__]
    names = {color.name for group in all_groups for color in group}
    assert all(isinstance(color, Color) for group in all_groups for color in group)
    missing = COLOR_NAMES.keys() - names
    assert missing == {name for name in missing if "grey" in name} | {"rebeccapurple"}
    assert groups.blue["Navy"] == groups.blue[-2] == named.navy
    with pytest.raises(KeyError, match="no colour 'red' here"):
        groups.blue["red"]
    assert [group.__name__ for group in all_groups] == groups.__all__


def test_names_that_are_none():
    with pytest.raises(AttributeError, match="no colour 'nope'"):
        _ = named.nope
    assert NamedColor.find("nope") is None
    assert "tomato" in dir(named)


def test_models_take_colours():
    plot = figure()
    line = plot.line([1, 2], [3, 4], color=RGB(1, 2, 3)).glyph
    assert line.line_color == "rgb(1, 2, 3)"
    assert Slider(start=0, end=1, value=0, bar_color=named.navy).bar_color == "navy"
    with pytest.raises(FieldError):
        Slider(start=0, end=1, value=0, bar_color=RGB)
