"""Tiles of well-known services by name, and of objects that describe services."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from syncd.errors import shown
from syncd.models.tiles import TileSource, WMTSTileSource


__all__ = ["tile_source"]

_OSM = (
    '&copy; <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>'
    " contributors"
)
_CARTO = f'{_OSM} &copy; <a href="https://carto.com/attributions">CARTO</a>'
_ESRI = "https://server.arcgisonline.com/ArcGIS/rest/services"


def _carto(style: str) -> dict[str, Any]:
    url = f"https://a.basemaps.cartocdn.com/{style}/{{z}}/{{x}}/{{y}}{{r}}.png"
    return {"url": url, "attribution": _CARTO, "max_zoom": 20}


def _esri(service: str) -> dict[str, Any]:
    url = f"{_ESRI}/{service}/MapServer/tile/{{z}}/{{y}}/{{x}}"
    return {"url": url, "attribution": "Tiles &copy; Esri", "max_zoom": 18}


_MAPNIK = {
    "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    "attribution": _OSM,
    "max_zoom": 19,
}

_KNOWN: dict[str, dict[str, Any]] = {
    "cartodbpositron": _carto("light_all"),
    "cartodbdarkmatter": _carto("dark_all"),
    "cartodbvoyager": _carto("rastertiles/voyager"),
    "osm": _MAPNIK,
    "openstreetmap": _MAPNIK,
    "openstreetmapmapnik": _MAPNIK,
    "opentopomap": {
        "url": "https://a.tile.opentopomap.org/{z}/{x}/{y}.png",
        "attribution": f"{_OSM}, SRTM | &copy; OpenTopoMap (CC-BY-SA)",
        "max_zoom": 17,
    },
    "esriimagery": _esri("World_Imagery"),
    "esriworldimagery": _esri("World_Imagery"),
    "esriworldstreetmap": _esri("World_Street_Map"),
    "usgsustopo": {
        "url": "https://basemap.nationalmap.gov/arcgis/rest/services/USGSTopo"
        "/MapServer/tile/{z}/{y}/{x}",
        "attribution": "Tiles courtesy of the U.S. Geological Survey",
        "max_zoom": 20,
    },
}
"""Services by their names in small letters alone."""


def tile_source(source: Any, *, retina: bool = False) -> TileSource:
    """Return the source that a name, a description or a source stands for.

    Args:
        source: A `TileSource`; a name such as ``CartoDB Positron`` or ``OSM``; an
            address with ``{x}``, ``{y}`` and ``{z}``; or what has a ``url`` and
            perhaps an ``attribution``, as mappings and providers of xyzservices do.
        retina: Whether tiles of twice the resolution are asked for.

    Raises:
        ValueError: There is no such service. xyzservices, if it is installed, knows
            many more.
    """
    if isinstance(source, TileSource):
        return source
    if isinstance(source, str) and "{" in source:
        source = {"url": source}
    elif isinstance(source, str):
        plain = re.sub("[^a-z]", "", source.lower())
        retina = retina or plain.endswith("retina")
        source = _named(plain.removesuffix("retina"), source)
    if not isinstance(source, Mapping) or "url" not in source:
        message = (
            "expected the name of tiles, a TileSource, or a mapping with a url, got"
            f" {shown(source)}"
        )
        raise ValueError(message)
    url = _address(source, retina=retina)
    attribution = source.get("html_attribution") or source.get("attribution") or ""
    return WMTSTileSource(
        url=url,
        attribution=str(attribution),
        min_zoom=int(source.get("min_zoom", 0)),
        max_zoom=int(source.get("max_zoom", 30)),
    )


def _named(plain: str, name: str) -> Any:
    if plain in _KNOWN:
        return _KNOWN[plain]
    try:
        providers = import_module("xyzservices").providers
    except ImportError:
        hint = "xyzservices, which is not installed, knows more"
    else:
        try:
            return providers.query_name(name)
        except ValueError:
            hint = "xyzservices does not know it either"
    known = ", ".join(sorted(_KNOWN))
    message = f"no tiles are called {name!r}; known are {known}; {hint}"
    raise ValueError(message)


def _address(source: Mapping[str, Any], *, retina: bool) -> str:
    """Return the address with all words filled in but those of a tile."""
    subdomains = source.get("subdomains") or "a"
    words = {**source, "s": subdomains[0], "r": "@2x" if retina else ""}

    def fill(found: re.Match[str]) -> str:
        value = words.get(found[1])
        return found[0] if found[1] in _TILE or value is None else str(value)

    return re.sub(r"\{(\w+)\}", fill, str(source["url"]))


_TILE = frozenset({"x", "y", "z", "q", "X", "Y", "Z", "Q", "url"})
