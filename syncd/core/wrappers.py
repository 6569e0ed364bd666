"""What fields hold in place of lists and dicts, under Bokeh's names.

They notice what is done to them, so that browsers hear of it. These are types to ask
for: models make them.
"""

from syncd.model.columns import ColumnDict
from syncd.model.containers import FieldDict, FieldList


__all__ = [
    "PropertyValueColumnData",
    "PropertyValueDict",
    "PropertyValueList",
]

PropertyValueList = FieldList
PropertyValueDict = FieldDict
PropertyValueColumnData = ColumnDict
