"""Small things under the names that Bokeh's authors import."""
