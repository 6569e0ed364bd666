"""Maps of tiles that the page's own site serves."""

from syncd.io import curdoc
from syncd.layouts import row
from syncd.models import TMSTileSource, WMTSTileSource
from syncd.plotting import figure


HALF = 20037508.34
looks = {
    "x_axis_type": "mercator",
    "y_axis_type": "mercator",
    "width": 400,
    "height": 350,
    "tools": "pan,wheel_zoom,reset",
    "active_scroll": "wheel_zoom",
}
world = figure(name="world", x_range=(-HALF, HALF), y_range=(-HALF, HALF), **looks)
credit = '© <a href="https://example.org">People</a><img src="x" onerror="alert(1)">'
tiles = WMTSTileSource(url="/tiles/{Z}/{X}/{Y}.svg", attribution=credit, min_zoom=1)
world.add_tile(tiles)
world.scatter([0], [0], size=20, color="#000000")

below = figure(name="below", x_range=(-HALF, HALF), y_range=(-HALF, HALF), **looks)
below.add_tile(TMSTileSource(url="/tiles/{z}/{x}/{y}.svg", min_zoom=1), alpha=1)

lost = figure(name="lost", x_range=(-HALF, HALF), y_range=(-HALF, HALF), **looks)
lost.add_tile({"url": "/none/{z}/{x}/{y}.png", "attribution": "nobody"})
curdoc().add_root(row(world, below, lost))
