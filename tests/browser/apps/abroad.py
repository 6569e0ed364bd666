"""A picture of another server, which says nothing of other sites."""

from syncd.plotting import curdoc, figure


abroad = figure(
    name="abroad", width=400, height=300, tools="save", x_range=(0, 4), y_range=(0, 4)
)
abroad.image_url(["https://pictures.test/red.png"], x=0, y=4, w=4, h=4)
curdoc().add_root(abroad)
