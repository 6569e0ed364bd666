"""Roots that are there for callbacks alone, between others that are seen."""

from syncd.io import curdoc
from syncd.model import DataModel
from syncd.models import ColumnDataSource, Div, Range1d


class Basket(DataModel):
    count: int = 1


doc = curdoc()
basket = Basket()
doc.add_root(Div(text="first", name="first"))
for model in (basket, ColumnDataSource({"x": [1]}), Range1d(0, 1)):
    doc.add_root(model)
doc.add_root(Div(text="last", name="last"))
