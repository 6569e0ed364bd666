"""Bokeh's names of modules whose content stands in another module here.

Applications import from wherever an editor has once found a name, such as
``io.doc``. Each of these modules is made when it is imported, and has every name of the module
that it stands for.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["install"]

_HOMES = {
    "syncd.colors.groups": "util",
    "syncd.core.properties": """
        property property.alias property.any property.auto property.bases
        property.color property.constraints property.container property.data_class
        property.dataspec property.datetime property.either property.enum
        property.factors property.include property.instance property.json
        property.nullable property.numeric property.override property.primitive
        property.readonly property.required property.serialized property.string
        property.struct property.text_like property.validation property.vectorization
        property.visual
    """,
    "syncd.core.wrappers": "property.wrappers",
    "syncd.core.validation": "validation.check validation.errors validation.warnings",
    "syncd.embed": "elements server standalone util",
    "syncd.io": "doc export notebook output saving showing state",
    "syncd.models.glyphs": "glyph",
    "syncd.models": """
        annotations.annotation annotations.arrows annotations.dimensional
        annotations.geometry annotations.html annotations.html.html_annotation
        annotations.html.labels annotations.html.toolbars annotations.labels
        annotations.legends canvas coordinates graphics labeling map_plots misc
        misc.group_by nodes selections selectors text tiles ui ui.dialogs ui.examiner ui.floating ui.icons
        ui.menus ui.panels ui.panes ui.tooltips ui.ui_element
        renderers.contour_renderer renderers.glyph_renderer renderers.graph_renderer
        renderers.renderer renderers.tile_renderer
        """,
}
"""The modules that have the content, and the names for it, from the package on."""


def _packages(home: str) -> str:
    packages = {"syncd.embed", "syncd.io", "syncd.models"}
    return home if home in packages else home.rpartition(".")[0]


_MODULES = {
    f"{_packages(home)}.{name}": home
    for home, names in _HOMES.items()
    for name in names.split()
}
_MODULES["syncd.core.query"] = "syncd.model.query"
_MODULES["syncd.server.callbacks"] = "syncd.document.callbacks"


_DATA = "syncd.sampledata"
"""Stands for a package of data that is not ours, and has no need of Bokeh."""


def _home(name: str) -> str | None:
    """Return the module that has the content of another one, if it is one of these."""
    if f"{name}.".startswith(f"{_DATA}."):
        return name.replace(_DATA, "bokeh_sampledata", 1)
    return _MODULES.get(name)


class _Finder:
    """Finds the modules that nothing else has found."""

    def find_spec(self, fullname: str, *_: Any) -> ModuleSpec | None:
        if _home(fullname) is None:
            return None
        return ModuleSpec(fullname, self, is_package=True)  # type: ignore[arg-type]

    def create_module(self, _: ModuleSpec) -> None:
        """Leave it to Python."""

    def exec_module(self, module: ModuleType) -> None:
        home = _content(module.__name__)
        module.__doc__ = home.__doc__
        public = [name for name in vars(home) if name[:1] != "_"]
        module.__dict__["__all__"] = getattr(home, "__all__", public)

        def lent(name: str) -> Any:
            if name[:2] == "__":
                raise AttributeError(name)
            return getattr(home, name)

        module.__getattr__ = lent  # type: ignore[method-assign]


def _content(name: str) -> ModuleType:
    home = _home(name)
    assert home is not None
    try:
        return import_module(home)
    except ModuleNotFoundError as error:
        if error.name != "bokeh_sampledata":
            raise
        message = f"{name} needs a package of data: pip install bokeh_sampledata"
        raise ModuleNotFoundError(message, name=error.name) from None


def install() -> None:
    """Let the modules be imported from now on."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.append(_Finder())
