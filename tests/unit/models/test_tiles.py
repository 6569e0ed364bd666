"""Tiles by name, by address, and by what describes them."""

import pytest

from syncd.errors import FieldError
from syncd.models import QUADKEYTileSource, TMSTileSource, WMTSTileSource
from syncd.plotting import figure


@pytest.mark.parametrize(
    ("given", "url"),
    [
        (
            "CartoDB Positron",
            "https://a.basemaps.cartocdn.com/light_all/{z}/{x}/{y}.png",
        ),
        (
            "CARTODBPOSITRON",
            "https://a.basemaps.cartocdn.com/light_all/{z}/{x}/{y}.png",
        ),
        (
            "CartoDB Positron retina",
            "https://a.basemaps.cartocdn.com/light_all/{z}/{x}/{y}@2x.png",
        ),
        ("OSM", "https://tile.openstreetmap.org/{z}/{x}/{y}.png"),
        ("/own/{z}/{x}/{y}.png", "/own/{z}/{x}/{y}.png"),
        (
            {
                "url": "https://{s}.example.org/{kind}/{z}",
                "subdomains": "bc",
                "kind": "k",
            },
            "https://b.example.org/k/{z}",
        ),
    ],
)
def test_tiles_are_found_by_what_authors_write(given, url):
    renderer = figure().add_tile(given)
    assert isinstance(renderer.tile_source, WMTSTileSource)
    assert renderer.tile_source.url == url


def test_a_source_is_taken_as_it_is():
    source = QUADKEYTileSource(url="/{q}.png")
    renderer = figure().add_tile(source, alpha=0.5, level="underlay")
    assert (renderer.tile_source, renderer.alpha) == (source, 0.5)


def test_a_description_tells_whose_tiles_they_are():
    given = {"url": "/{z}", "attribution": "plain", "html_attribution": "<b>it</b>"}
    source = figure().add_tile(given | {"max_zoom": 7}).tile_source
    assert (source.attribution, source.max_zoom) == ("<b>it</b>", 7)


@pytest.mark.parametrize("wrong", ["nowhere", 3, {"name": "x"}])
def test_what_names_no_tiles_is_refused_with_what_does(wrong):
    with pytest.raises(ValueError, match="tiles"):
        figure().add_tile(wrong)


def test_an_address_that_would_run_code_is_refused():
    with pytest.raises(FieldError, match="http"):
        TMSTileSource(url="javascript:alert(1)//{z}")


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://a.example.org/{z}", "https://a.example.org"),
        ("https://{s}.example.org:8443/{z}", "https://b.example.org:8443"),
        ("/own/{z}", None),
        ("https://x;script-src *;/{z}", None),
        ("https://x y/{z}", None),
    ],
)
def test_the_origin_of_tiles_is_one_or_none(url, origin):
    assert WMTSTileSource(url=url, extra_url_vars={"s": "b"}).origin == origin


@pytest.mark.parametrize(
    ("url", "words", "origin"),
    [
        ("https://{host}/{z}", {"host": "a.example.org:8443"}, "a.example.org:8443"),
        ("https://{HOST}/{z}", {"host": "a.example.org"}, "a.example.org"),
        ("https://a{x}.example.org/", {"x": 1}, None),
        ("https://{a}.example.org/", {"a": "{b}", "b": "c"}, None),
    ],
)
def test_the_origin_of_tiles_goes_by_words_as_browsers_do(url, words, origin):
    found = WMTSTileSource(url=url, extra_url_vars=words).origin
    assert found == (origin and f"https://{origin}")
