"""Figures as application authors make them, with one call for each part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syncd.absent import refuse_imports as _refuse_imports
from syncd.document import Document as Document
from syncd.document import curdoc as curdoc
from syncd.io import output_file as output_file
from syncd.io import output_notebook as output_notebook
from syncd.io import push_notebook as push_notebook
from syncd.io import reset_output as reset_output
from syncd.io import save as save
from syncd.io import show as show
from syncd.layouts import column as column
from syncd.layouts import gridplot as gridplot
from syncd.layouts import hplot as hplot
from syncd.layouts import layout as layout
from syncd.layouts import row as row
from syncd.layouts import vplot as vplot
from syncd.models.layouts import Column as Column
from syncd.models.layouts import Row as Row
from syncd.models.sources import ColumnDataSource as ColumnDataSource
from syncd.plotting.figure import figure as figure
from syncd.plotting.graph import from_networkx as from_networkx
from syncd.plotting.tools import DEFAULT_TOOLS as DEFAULT_TOOLS


Figure = figure
"The name of the class before release 3."

if not TYPE_CHECKING:  # type checkers know by themselves what is not there
    __getattr__ = _refuse_imports(__name__)
