import numpy as np
import pytest

import syncd.palettes
from syncd.palettes import (
    Category10,
    Category10_3,
    Greys256,
    RdYlBu3,
    Sunset11,
    Turbo256,
    Viridis,
    Viridis4,
    Viridis256,
    all_palettes,
    diverging_palette,
    grey,
    interp_palette,
    linear_palette,
    mpl,
    small_palettes,
    to_rgba_array,
    tol,
    turbo,
    varying_alpha_palette,
    viridis,
)
from syncd.palettes.schemes import NAMED
from syncd.palettes.tol import TOL_TEXTS


def test_palettes_are_tuples_of_colours() -> None:
    assert RdYlBu3 == ("#91bfdb", "#ffffbf", "#fc8d59")
    assert Category10_3 == Category10[3] == ("#1f77b4", "#ff7f0e", "#2ca02c")


@pytest.mark.parametrize("name", sorted(NAMED.keys() - TOL_TEXTS.keys()))
def test_every_palette_has_the_size_that_it_is_named_for(name: str) -> None:
    palette = getattr(syncd.palettes, name)
    assert name.endswith(str(len(palette)))
    assert all(len(color) == 7 and int(color[1:], 16) >= 0 for color in palette)


def test_schemes_are_found_by_name_and_size() -> None:
    assert all_palettes["Viridis"][256] == Viridis[256] == Viridis256
    assert {"RdYlBu", "Spectral", "Blues", "Set1", "Plasma"} <= all_palettes.keys()
    assert "Viridis256" in dir(syncd.palettes)


def test_a_star_brings_every_palette() -> None:
    names = {}
    exec("from syncd.palettes import *", names)
    assert names["Category10"][3] == names["Category10_3"]
    assert names["viridis"](2) == viridis(2)


def test_schemes_of_paul_tol_are_where_authors_look_for_them() -> None:
    assert tol["HighContrast"][3] == ("#004488", "#ddaa33", "#bb5566")
    assert Sunset11[0] == tol["Sunset"][11][0] == "#364b9a"
    assert set(tol["TolRainbow"]) == set(range(3, 24))


def test_turbo_is_a_ramp_of_its_own() -> None:
    assert turbo(2) == (Turbo256[0], Turbo256[-1]) == ("#30123b", "#7a0402")
    assert "Turbo" not in mpl


def test_an_unknown_palette_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Viridis4000"):
        _ = syncd.palettes.Viridis4000


def test_small_palettes_are_spaced_over_large_ones() -> None:
    assert viridis(3) == Viridis[3]
    assert grey(2) == ("#000000", "#ffffff")
    assert linear_palette(Greys256, 1) == ("#000000",)
    assert linear_palette(Greys256, 0) == ()
    with pytest.raises(ValueError, match="257"):
        linear_palette(Greys256, 257)


def test_two_palettes_meet_in_the_middle() -> None:
    joined = diverging_palette(["#000000", "#111111"], ["#222222", "#333333"], 4)
    assert joined == ("#000000", "#111111", "#333333", "#222222")


def test_colours_are_mixed_between_neighbours() -> None:
    assert interp_palette(["#000000", "#0000ff"], 4) == (
        "#000000",
        "#000055",
        "#0000aa",
        "#0000ff",
    )
    assert interp_palette(["#000000"], 2) == ("#000000", "#000000")
    with pytest.raises(ValueError, match="-1"):
        interp_palette(["#000000"], -1)


def test_colours_that_are_mixed_may_be_names_and_have_opacities() -> None:
    assert interp_palette(["red", "#00f"], 3) == ("#ff0000", "#7f007f", "#0000ff")
    assert interp_palette(np.array(["red", "blue"]), 1) == ("#ff0000",)
    mixed = interp_palette(["#ff000080", "#0000ff"], 3)
    assert mixed == ("#ff000080", "#7f007fbf", "#0000ff")
    with pytest.raises(ValueError, match="'reed' is no colour"):
        interp_palette(["reed", "red"], 2)
    with pytest.raises(ValueError, match=r"has \(1, 2, 3\), expected a name"):
        interp_palette([(1, 2, 3), "red"], 2)


def test_opacities_rise_and_fall() -> None:
    rising = varying_alpha_palette("blue", 3, 100, 200)
    assert rising == ("#0000ff64", "#0000ff96", "#0000ffc8")
    assert len(varying_alpha_palette("#0000ff80")) == 129
    assert varying_alpha_palette("red", None, 20, 10)[-1] == "#ff00000a"
    with pytest.raises(ValueError, match="start_alpha must be from 0 to 255"):
        varying_alpha_palette("red", start_alpha=300)
    with pytest.raises(ValueError, match="n must be at least 1"):
        varying_alpha_palette("red", 0)


@pytest.mark.parametrize(
    ("name", "meant"), [("Virdis256", "Viridis256"), ("virdis", "viridis")]
)
def test_a_palette_that_is_not_there_is_refused_with_those_near(name, meant):
    said = f"no palette {name!r}; near it are {meant}\\b"
    with pytest.raises(ImportError, match=said):
        exec(f"from syncd.palettes import {name}")
    with pytest.raises(AttributeError, match=said):
        getattr(syncd.palettes, name)
    assert not hasattr(syncd.palettes, name)


def test_small_palettes_are_those_that_are_no_ramps() -> None:
    assert 256 not in small_palettes["Viridis"]
    assert 256 not in small_palettes["Greys"]
    assert small_palettes["Viridis"][4] == Viridis4
    assert small_palettes["Blues"].keys() == all_palettes["Blues"].keys()
    assert 256 in all_palettes["Viridis"]


def test_a_palette_becomes_bytes() -> None:
    array = to_rgba_array(["red", "#00000080", "#0000ff"])
    assert array.tolist() == [[255, 0, 0, 255], [0, 0, 0, 128], [0, 0, 255, 255]]
    assert (array.dtype, to_rgba_array([]).shape) == ("uint8", (0, 4))
    with pytest.raises(ValueError, match="nope"):
        to_rgba_array(["nope"])
