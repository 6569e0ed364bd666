"""Columns of GeoJSON."""

import json
import logging
import math

import pytest

from syncd.document import Document
from syncd.models import GeoJSONDataSource


SQUARE = [[0, 0], [1, 0], [1, 1], [0, 0]]
HOLE = [[0.2, 0.2], [0.3, 0.2], [0.3, 0.3], [0.2, 0.2]]


def collection(*features):
    rows = [
        {
            "type": "Feature",
            "properties": own,
            "geometry": {"type": kind, "coordinates": at},
        }
        for kind, at, own in features
    ]
    return json.dumps({"type": "FeatureCollection", "features": rows})


def test_points_paths_and_properties_are_columns(caplog):
    text = collection(
        ("Point", [1, 2, 3], {"name": "a"}),
        ("Polygon", [SQUARE, HOLE], {"name": "b", "size": 9}),
        ("MultiPolygon", [[SQUARE], [HOLE]], None),
    )
    with caplog.at_level(logging.WARNING, "syncd.models"):
        source = GeoJSONDataSource(geojson=text)
    data = source.data
    assert source.geojson == text
    assert (data["name"], data["size"]) == (["a", "b", None], [None, 9, None])
    assert (data["x"][0], data["y"][0], data["z"][0]) == (1, 2, 3)
    assert math.isnan(data["x"][1])
    assert (data["xs"][0], data["xs"][1]) == ([], [0, 1, 1, 0])
    assert str(data["ys"][2]) == str([0.0, 0.0, 1.0, 0.0, math.nan, 0.2, 0.2, 0.3, 0.2])
    source.geojson = text
    assert caplog.messages == ["GeoJSONDataSource leaves out holes of polygons: 1"]


def test_browsers_are_sent_columns():
    document = Document()
    source = GeoJSONDataSource(geojson={"type": "Point", "coordinates": [1, 2]})
    document.add_root(source)
    assert source.type == "ColumnDataSource"
    assert set(source.wire_fields()) >= {"data"}
    source.geojson = {"type": "LineString", "coordinates": [[0, 1], [2, 3]]}
    assert source.data["xs"] == [[0, 2]]


@pytest.mark.parametrize(
    ("given", "expected"),
    [("{", "Expecting"), ("[]", "type None"), ('{"type": "Circle"}', "type 'Circle'")],
)
def test_what_is_no_geojson_is_refused_and_changes_nothing(given, expected):
    source = GeoJSONDataSource(geojson={"type": "Point", "coordinates": [1, 2]})
    with pytest.raises(ValueError, match=expected):
        source.geojson = given
    assert source.data["x"] == [1]
