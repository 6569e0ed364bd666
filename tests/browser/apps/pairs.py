"""Rows of small figures, which a narrow page has nearly room for."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.plotting import figure


def plots(kind, widths):
    for number, width in enumerate(widths):
        made = figure(
            name=f"{kind}{number}", width=width, height=120, toolbar_location=None
        )
        made.line([1, 2], [1, 2])
        yield made


curdoc().add_root(
    column(
        row(*plots("two", [180, 180])),
        row(*plots("three", [190, 180, 180])),
        row(*plots("large", [300, 300])),
    )
)
