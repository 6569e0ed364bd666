"""What applications import from the core of Bokeh, under its names."""
