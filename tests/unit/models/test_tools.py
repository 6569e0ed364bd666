"""What tools take, and the words that stand for them."""

from pathlib import Path

import numpy as np
import pytest

from syncd.errors import FieldError
from syncd.models import HelpTool, PanTool, Tool, ToolProxy, WheelZoomTool
from syncd.plotting import figure


def test_keys_may_be_named_by_words():
    assert WheelZoomTool(modifiers="ctrl+shift").modifiers == {
        "ctrl": True,
        "shift": True,
    }
    with pytest.raises(FieldError, match="such as 'ctrl\\+shift'"):
        WheelZoomTool(modifiers="hyper")


def test_a_tool_is_made_of_its_word():
    tool = Tool.from_string("ywheel_pan")
    assert (tool.type, tool.dimension) == ("WheelPanTool", "height")
    with pytest.raises(ValueError, match="did you mean 'zoom_in'"):
        Tool.from_string("zoom_inn")


def test_the_active_tools_may_be_words():
    plot = figure(tools="pan,xwheel_pan,hover", active_scroll="xwheel_pan")
    assert plot.toolbar.active_scroll is plot.tools[1]
    plot = figure(tools="hover,crosshair", active_inspect=["crosshair"])
    assert plot.toolbar.active_inspect == [plot.tools[1]]


def test_an_icon_may_be_a_picture_of_many_kinds(tmp_path: Path):
    pixels = np.zeros((2, 2, 4), dtype=np.uint8)
    assert PanTool(icon=pixels).icon.startswith("data:image/png;base64,")
    path = tmp_path / "icon.png"
    path.write_bytes(b"png")
    assert PanTool(icon=str(path)).icon == "data:image/png;base64,cG5n"
    assert PanTool(icon="box_zoom").icon == "box_zoom"


def test_a_path_is_read_only_where_the_author_makes_the_tool(tmp_path: Path):
    path = tmp_path / "icon.png"
    path.write_bytes(b"png")
    with pytest.raises(FieldError, match="the name of an icon"):
        PanTool().icon = str(path)


def test_help_opens_no_address_that_runs_code():
    with pytest.raises(FieldError, match="http"):
        HelpTool(redirect="javascript:alert(1)")


def test_a_further_word_stands_for_a_tool(monkeypatch):
    monkeypatch.setattr("syncd.models.tools.names._aliases", {})
    Tool.register_alias("across", lambda: PanTool(dimensions="width", tags=["mine"]))
    plot = figure(tools="across,save", active_drag="across")
    pan, _ = plot.tools
    assert (pan.dimensions, pan.tags) == ("width", ["mine"])
    assert plot.toolbar.active_drag is pan
    assert Tool.from_string("across") is not pan
    with pytest.raises(ValueError, match="did you mean 'across'"):
        figure(tools="acros")


@pytest.mark.parametrize(
    ("word", "made", "match"),
    [
        ("a,b", PanTool, "a word without commas"),
        ("", PanTool, "a word without commas"),
        (3, PanTool, "a word without commas"),
        ("mine", PanTool(), "expected what makes a tool"),
    ],
)
def test_what_is_no_alias_of_a_tool_is_refused(word, made, match):
    with pytest.raises(ValueError, match=match):
        Tool.register_alias(word, made)


def test_an_alias_that_makes_no_tool_is_named(monkeypatch):
    monkeypatch.setattr("syncd.models.tools.names._aliases", {})
    Tool.register_alias("mine", dict)
    with pytest.raises(
        ValueError, match=r"the alias 'mine' made \{\}, expected a tool"
    ):
        figure(tools="mine")


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        (
            "active_drag",
            [
                "pan",
                "box_zoom",
                "box_select",
                "lasso_select",
                "poly_draw",
                "point_draw",
            ],
            ["wheel_zoom", "hover", "tap", "poly_select", "reset", "crosshair"],
        ),
        ("active_scroll", ["wheel_zoom", "xwheel_pan"], ["pan", "hover", "zoom_in"]),
        ("active_inspect", ["hover", "crosshair"], ["pan", "wheel_zoom", "save"]),
        (
            "active_tap",
            ["tap", "poly_select", "point_draw"],
            ["pan", "box_select", "wheel_zoom", "hover"],
        ),
    ],
)
def test_what_is_active_at_first_does_what_is_meant(name, good, bad):
    for word in good:
        plot = figure(tools=word, **{name: word})
        assert getattr(plot.toolbar, name) is plot.tools[0]
        setattr(plot.toolbar, name, ToolProxy(tools=plot.tools))
    for word in bad:
        with pytest.raises(FieldError, match=f"{name} got .*a tool that"):
            figure(tools=word, **{name: word})
    bar = figure(tools=",".join(good)).toolbar
    if name == "active_inspect":
        setattr(bar, name, bar.tools)
        with pytest.raises(FieldError, match=r"as item 2, which is PanTool"):
            setattr(bar, name, [*bar.tools, PanTool()])
    setattr(bar, name, None)
