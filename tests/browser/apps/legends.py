"""Legends and titles with looks of their own, in the frame and beside it."""

from syncd.layouts import column
from syncd.models import Legend, LegendItem, Title
from syncd.plotting import curdoc, figure


def lines(name, count=3):
    plot = figure(name=name, width=500, height=260, tools="", toolbar_location=None)
    for at in range(count):
        plot.line([0, 1], [at, at + 1], legend_label=f"line {at}")
    return plot


dressed = lines("dressed")
dressed.legend.update(
    background_fill_color="#000080",
    border_line_color="#ff0000",
    border_line_width=3,
    label_text_color="#00ff00",
    label_text_font_size="20px",
    location=(30, 20),
    ncols=2,
    padding=17,
)
outside = lines("outside")
outside.add_layout(outside.legend[0], "right")
outside.legend[0].update(click_policy="hide", title="Switches", location="center")
many = lines("many", 30)
by_hand = lines("by_hand", 0)
shown = by_hand.line([0, 1], [0, 1])
items = [
    LegendItem(label="one", renderers=[shown]),
    LegendItem(label="none", renderers=[shown], visible=False),
]
by_hand.add_layout(Legend(items=items))
by_hand.add_layout(
    Legend(items=[LegendItem(label="other", renderers=[shown])]), "below"
)
by_hand.title = Title(text="on the left", align="right", text_color="#ff0000")
by_hand.title_location = "left"

faded = lines("faded", 2)
faded.renderers[0].muted = True
faded.legend[0].update(click_policy="hide", title="Faded")
unseen = lines("unseen", 2)
unseen.renderers[0].visible = False
unseen.legend[0].update(click_policy="mute", title="Unseen")

curdoc().add_root(column(dressed, outside, many, by_hand, faded, unseen))
