"""Measures syncd and the Bokeh server side by side."""
