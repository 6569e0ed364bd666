"""What to say when a module is asked for a name that it does not have."""

from __future__ import annotations

import difflib
import dis
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NoReturn


if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

__all__ = [
    "PAGES",
    "PICTURES",
    "SERVER",
    "advise",
    "lend_names",
    "refuse_calls",
    "refuse_imports",
]

_IMPORT_FROM = dis.opmap["IMPORT_FROM"]

_MAPS = (
    "maps of Google's are not drawn; figure(x_axis_type='mercator',"
    " y_axis_type='mercator') with add_tile('CartoDB Positron') draws a map of tiles,"
    " and needs no key"
)
PAGES = (
    "pages are served, never written to files; a page brings its own scripts, and"
    " syncd.embed or flask_docsync put a document into a page"
)
SERVER = (
    "`syncd serve SCRIPT` runs the server, or syncd.server.server.Server within a"
    " program, and flask_docsync shows what it serves in pages of a Flask application"
)
PICTURES = "the save tool of a figure makes a picture of it in the browser"
_OWN_MODELS = (
    "models with JavaScript of their own cannot be added; a DataModel or a subclass"
    " keeps an application's data, and CustomJS runs its scripts"
)
_SETTINGS = (
    "settings are flags and variables of the environment, which `syncd serve --help`"
    " tells"
)
_MARKERS = (
    "figure.scatter(marker='square') draws markers of every kind, and the glyph Scatter"
    " has the field"
)
_TILES = "figure.add_tile('CartoDB Positron') takes the name of a service itself"
_BOXES = "row(…) and column(…) arrange models"
_CHARTS = (
    "charts have been gone since Bokeh 0.12.9; the methods of a figure draw them, such"
    " as vbar, line and scatter"
)
_INSTEAD = {
    **dict.fromkeys(
        (
            *("Asterisk", "CircleCross", "CircleX", "Cross", "Diamond"),
            *("DiamondCross", "InvertedTriangle", "Square", "SquareCross", "SquareX"),
            *("Triangle", "X", "markers"),
        ),
        _MARKERS,
    ),
    **dict.fromkeys(
        (
            *("CARTODBPOSITRON", "CARTODBPOSITRON_RETINA", "ESRI_IMAGERY", "OSM"),
            *("STAMEN_TERRAIN", "STAMEN_TONER", "Vendors", "get_provider"),
            "tile_providers",
        ),
        _TILES,
    ),
    **dict.fromkeys(("HBox", "VBox", "VBoxForm", "vform"), _BOXES),
    **dict.fromkeys(
        ("ProxyToolbar", "ToolbarBox"),
        "gridplot(…, toolbar_location=…) makes one toolbar for all of its figures",
    ),
    "autoload_server": "server_document(url) and server_session(…) are what it became",
    "Oval": "Ellipse and figure.ellipse draw it",
    "charts": _CHARTS,
    "properties": "syncd.core.properties has them",
    **dict.fromkeys(
        (
            *("CDN", "INLINE", "Resources", "autoload_static", "components"),
            *("file_html", "json_item"),
        ),
        PAGES,
    ),
    **dict.fromkeys(("BaseServer", "BokehASGI", "BokehTornado", "tornado"), SERVER),
    "get_svgs": PICTURES,
    **dict.fromkeys(
        (
            "CustomModel",
            "Implementation",
            "JavaScript",
            "TypeScript",
            "compiler",
            "ext",
        ),
        _OWN_MODELS,
    ),
    **dict.fromkeys(("command", "settings"), _SETTINGS),
    **dict.fromkeys(
        ("GMap", "GMapOptions", "GMapPlot", "MapOptions", "gmap", "map_plots"), _MAPS
    ),
}
"""What to do instead, by names of Bokeh's that there are none of."""

_SAME = {
    "ButtonLike": "AbstractButton",
    "ColumnarDataSource": "ColumnDataSource",
    "DataRange": "DataRange1d",
    "DataSource": "ColumnDataSource",
    "FuncTickFormatter": "CustomJSTickFormatter",
    "StyledElement": "UIElement",
    "ToggleInputGroup": "AbstractGroup",
}
"""Bases of Bokeh's that only one class derives from here: types to ask for. And classes
that have another name since Bokeh 3.0."""


def refuse_calls(name: str, reason: str) -> Callable[..., NoReturn]:
    """Return what can be imported by a name, and raises an error when it is called.

    Applications import at their top what they use for a button that few people
    press, or for when they are run by hand.

    Args:
        name: The name of the function that there is none of.
        reason: What it does not do, and what to do instead.
    """

    def refused(*args: Any, **kwargs: Any) -> NoReturn:
        del args, kwargs
        message = f"{name}() {reason}"
        raise RuntimeError(message)

    refused.__name__ = refused.__qualname__ = name
    refused.__doc__ = f"Raise an error: it {reason}."
    return refused


def refuse_imports(module: str, advice: str = "") -> Callable[[str], Any]:
    """Return a ``__getattr__`` that tells what is near a name that is not there.

    Applications that were written for Bokeh import by name what may not be here
    yet; the error is all that their authors see.

    Args:
        module: The name of the module.
        advice: What to do instead.
    """

    def absent(name: str) -> Any:
        if name[:1] == "_" or _is_module(f"{module}.{name}"):
            message = f"module {module!r} has no attribute {name!r}"
            raise AttributeError(message)
        found = vars(sys.modules[module])
        if _SAME.get(name) in found:
            return found[_SAME[name]]
        raise _missing(module, name, advice, sys._getframe(1))  # noqa: SLF001  # nothing else tells

    return absent


def _missing(module: str, name: str, advice: str, frame: FrameType) -> Exception:
    """Return the error for a name that a frame asks a module for."""
    known = [known for known in vars(sys.modules[module]) if known[:1] != "_"]
    near = difflib.get_close_matches(name, known, 3)
    parts = [f"{module} has no {name!r}, or not yet", advice]
    if name in _INSTEAD and _INSTEAD[name] not in advice:
        parts.append(_INSTEAD[name])
    elif near:
        parts.append(f"near it are {', '.join(near)}")
    message = "; ".join(filter(None, parts))
    if _is_imported(frame):
        return ImportError(message, name=module)
    return AttributeError(message)


def _is_imported(frame: FrameType) -> bool:
    """Tell whether a frame stands at ``from … import``.

    There an `AttributeError` would lose its words; everywhere else, ``hasattr`` and
    ``getattr`` with a default expect one.
    """
    asks = frame.f_back if frame.f_code.co_name == "__getattr__" else frame
    return asks is not None and asks.f_code.co_code[asks.f_lasti] == _IMPORT_FROM


def lend_names(package: str) -> None:
    """Let the modules of a package have all of the package's own names.

    Which of them a name stands in is nothing that authors should have to know, and
    in Bokeh it is often another one.
    """

    def lent(name: str) -> Any:
        found = vars(sys.modules[package]).get(_SAME.get(name, name))
        if name[:1] == "_":
            message = f"no module of {package!r} has an attribute {name!r}"
            raise AttributeError(message)
        if found is None:
            raise _missing(package, name, "", sys._getframe(1))  # noqa: SLF001  # as above
        return found

    for name, module in list(sys.modules.items()):
        if name.startswith(f"{package}.") and not hasattr(module, "__getattr__"):
            module.__getattr__ = lent  # type: ignore[method-assign]


def _is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # the parent is no package
        return False


def advise(error: ModuleNotFoundError) -> None:
    """Add to the error what the author of an application can do about it.

    Nothing is added for modules that are neither Bokeh's nor ours.
    """
    package = (error.name or "").partition(".")[0]
    if package == "bokeh":
        error.add_note("Import from syncd instead: its modules have the same names.")
    elif package == "syncd":
        *_, name = (error.name or "").split(".")
        listed = "docs/compatibility.md lists the modules there are not yet."
        error.add_note(_INSTEAD.get(name, listed))
