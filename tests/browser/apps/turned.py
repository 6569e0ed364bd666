"""A picture that is turned."""

from syncd.plotting import curdoc, figure


DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEk"
    "lEQVR4nGP8z4AdMOEQH6QSAM1BAQ/oQeJvAAAAAElFTkSuQmCC"
)

turned = figure(
    width=400,
    height=200,
    toolbar_location=None,
    tools="",
    x_range=(0, 4),
    y_range=(0, 4),
)
turned.image_url(
    [DOT], x=1, y=1.5, w=2, h=1, anchor="bottom_left", angle=90, angle_units="deg"
)
curdoc().add_root(turned)
