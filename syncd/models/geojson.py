"""Columns of what GeoJSON describes."""

import json
import logging
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from syncd.models.sources import ColumnDataSource


__all__ = ["GeoJSONDataSource"]

_log = logging.getLogger("syncd.models")

_GAP = [float("nan")]
_MOST_NESTED = 32


class GeoJSONDataSource(ColumnDataSource, wire="ColumnDataSource"):
    """Columns of the features of GeoJSON.

    Points have their places in the columns ``x``, ``y`` and ``z``, lines and
    polygons in ``xs``, ``ys`` and ``zs``, where ``NaN`` stands between their parts;
    holes are left out. Properties of features are columns as well. All of it is
    computed here: browsers are sent the columns.
    """

    def __init__(self, *, geojson: Any, **values: Any) -> None:
        super().__init__(**values)
        self._warned = False
        self.geojson = geojson

    @property
    def geojson(self) -> str:
        """The GeoJSON as text; it may also be set to what such a text means.

        It is a collection of features or of geometries, or one of these.

        Raises:
            ValueError: It is no JSON, or no GeoJSON.
        """
        return self._geojson

    @geojson.setter
    def geojson(self, geojson: Any) -> None:
        told = json.loads(geojson) if isinstance(geojson, str | bytes) else geojson
        features = [*_features(told, {}, 0)]
        columns = _columns(features)
        holes = sum(_holes(geometry) for geometry, _ in features)
        if holes and not self._warned:
            self._warned = True
            _log.warning("GeoJSONDataSource leaves out holes of polygons: %s", holes)
        text = geojson if isinstance(geojson, str) else json.dumps(told)
        self.data = columns
        self._geojson: str = text


def _features(
    told: Any, properties: Mapping[str, Any], depth: int
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Yield each geometry with the properties of its feature."""
    kind = told.get("type") if isinstance(told, Mapping) else None
    if depth > _MOST_NESTED:
        message = f"GeoJSON is nested more than {_MOST_NESTED} times"
        raise ValueError(message)
    own: Mapping[str, Any] = properties
    if kind == "FeatureCollection":
        parts = told.get("features") or ()
    elif kind == "GeometryCollection":
        parts = told.get("geometries") or ()
    elif kind == "Feature":
        own = told.get("properties") or {}
        if told.get("geometry") is None:
            yield {"type": "Point", "coordinates": []}, own
            return
        parts = [told["geometry"]]
    elif kind in _PATHS or kind == "Point":
        yield told, properties
        return
    else:
        message = (
            f"GeoJSON of the type {kind!r} is not known here: expected FeatureCollection,"
            f" GeometryCollection, Feature, Point, {', '.join(_PATHS)}"
        )
        raise ValueError(message)
    for part in parts:
        yield from _features(part, own, depth + 1)


_MOST_NAMES = 1_000
"""So many columns the properties of all features may need."""


def _outer(polygon: list[Any]) -> list[Any]:
    return list(polygon[0]) if polygon else []


def _holes(geometry: Mapping[str, Any]) -> int:
    kind, told = geometry["type"], geometry["coordinates"]
    polygons = {"Polygon": [told], "MultiPolygon": told}.get(kind, ())
    return sum(len(polygon[1:]) for polygon in polygons)


_PATHS: dict[str, Any] = {
    "LineString": lambda told: [told],
    "MultiPoint": lambda told: [told],
    "MultiLineString": list,
    "Polygon": lambda told: [_outer(told)],
    "MultiPolygon": lambda told: [_outer(polygon) for polygon in told],
}
"""The paths of each kind of geometry but points."""


def _columns(
    features: list[tuple[Mapping[str, Any], Mapping[str, Any]]],
) -> dict[str, list[Any]]:
    names = list(dict.fromkeys(chain.from_iterable(own for _, own in features)))
    if len(names) > _MOST_NAMES:
        message = f"at most {_MOST_NAMES} properties become columns, got {len(names)}"
        raise ValueError(message)
    columns: dict[str, list[Any]] = {
        str(name): [own.get(name) for _, own in features] for name in names
    }
    for at, axis in enumerate("xyz"):
        columns[axis] = [_point(geometry, at) for geometry, _ in features]
        columns[f"{axis}s"] = [_path(geometry, at) for geometry, _ in features]
    return columns


def _point(geometry: Mapping[str, Any], at: int) -> float:
    place = geometry["coordinates"] if geometry["type"] == "Point" else ()
    return float(place[at]) if at < len(place) else float("nan")


def _path(geometry: Mapping[str, Any], at: int) -> list[float]:
    """Return the positions of all parts of a geometry, with a gap between two."""
    if geometry["type"] == "Point":
        return []
    found: list[float] = []
    for part in _PATHS[geometry["type"]](geometry["coordinates"]):
        found += _GAP if found else []
        found += [float(place[at]) if at < len(place) else _GAP[0] for place in part]
    return found
