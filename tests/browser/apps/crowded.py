"""Small figures with legends that want more room than there is."""

from syncd.io import curdoc
from syncd.plotting import figure


def made(name, place, words="entry"):
    p = figure(width=300, height=250, name=name)
    for at in range(6):
        p.line([0, 1], [at, at + 1], legend_label=f"{words} {at}")
    p.add_layout(p.legend[0], place)
    return p


long = "a description that is much longer than the figure is wide"
for p in (
    made("above", "above"),
    made("below", "below"),
    made("right", "right", long),
    made("left", "left", long),
):
    # Frames of one layout would begin and end alike.
    curdoc().add_root(p)
