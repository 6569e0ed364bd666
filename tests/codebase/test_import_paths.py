"""What server applications import is where Bokeh's authors look for it."""

import importlib

import pytest


NAMES = {
    "application": "Application",
    "application.application": "Application",
    "application.handlers": "DirectoryHandler FunctionHandler Handler NotebookHandler"
    " ScriptHandler",
    "application.handlers.directory": "DirectoryHandler",
    "application.handlers.function": "FunctionHandler",
    "application.handlers.handler": "Handler",
    "application.handlers.notebook": "NotebookHandler",
    "application.handlers.script": "ScriptHandler",
    "client": "pull_session",
    "document": "Document without_document_lock",
    "document.document": "Document",
    "document.events": "ColumnDataChangedEvent ColumnsPatchedEvent"
    " ColumnsStreamedEvent DocumentChangedEvent DocumentPatchedEvent"
    " ModelChangedEvent RootAddedEvent RootRemovedEvent TitleChangedEvent",
    "driving": "bounce cosine count force linear repeat sine",
    "embed": "server_document server_session",
    "events": "AxisClick ButtonClick ClearInput ClientReconnected ConnectionEvent"
    " ConnectionLost DocumentEvent DocumentReady DoubleTap Event LODEnd LODStart"
    " LegendItemClick MenuItemClick ModelEvent MouseEnter MouseLeave MouseMove"
    " MouseWheel Pan PanEnd PanStart Pinch PinchEnd PinchStart PlotEvent PointEvent"
    " Press PressUp RangesUpdate Reset Rotate RotateEnd RotateStart"
    " SelectionGeometry Tap ValueSubmit",
    "io": "curdoc output_file output_notebook push_notebook reset_output save show",
    "layouts": "column grid gridplot layout row",
    "model": "Model",
    "models": "Button Column ColumnDataSource CustomJS Div Figure HoverTool Model Range1d Row"
    " Select Slider TextInput",
    "models.annotations": "Legend LegendItem Title",
    "models.axes": "LinearAxis",
    "models.callbacks": "CustomJS OpenURL SetValue",
    "models.formatters": "DatetimeTickFormatter NumeralTickFormatter",
    "models.glyphs": "Circle Line Scatter Text VBar",
    "models.grids": "Grid",
    "models.layouts": "Column LayoutDOM Row Spacer",
    "models.mappers": "CategoricalColorMapper LinearColorMapper",
    "models.plots": "Plot",
    "models.ranges": "DataRange1d FactorRange Range1d",
    "models.renderers": "GlyphRenderer",
    "models.scales": "LinearScale LogScale",
    "models.sources": "ColumnDataSource",
    "models.tickers": "BasicTicker FixedTicker SingleIntervalTicker",
    "models.tools": "BoxZoomTool HoverTool PanTool ResetTool WheelZoomTool",
    "models.widgets": "Button Div Paragraph PasswordInput PreText Select Slider"
    " TextInput",
    "palettes": "Category10 RdYlBu3 Spectral6 Viridis256",
    "plotting": "ColumnDataSource DEFAULT_TOOLS Document curdoc figure gridplot"
    " output_file output_notebook reset_output save show",
    "themes": "Theme built_in_themes",
    "transform": "factor_cmap linear_cmap log_cmap",
    "util.session_id": "generate_secret_key generate_session_id",
    "util.token": "generate_secret_key generate_session_id",
}


@pytest.mark.parametrize("module", NAMES)
def test_names_are_where_authors_import_them_from(module: str) -> None:
    found = importlib.import_module(f"syncd.{module}")
    assert [name for name in NAMES[module].split() if not hasattr(found, name)] == []
