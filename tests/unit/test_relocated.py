import importlib
import subprocess
import sys

import pytest

import syncd.models
from syncd import absent
from syncd.relocated import _MODULES


@pytest.mark.parametrize("name", _MODULES)
def test_every_module_can_be_imported(name):
    assert importlib.import_module(name).__name__ == name


@pytest.mark.parametrize(
    "statement",
    [
        "from syncd.io.doc import curdoc",
        "from syncd.io.export import get_screenshot_as_png",
        "from syncd.io.showing import show",
        "from syncd.models.annotations.labels import Label, Title",
        "from syncd.models.ui.tooltips import Tooltip",
        "from syncd.core.property.vectorization import field, value",
        "from syncd.core.validation import silence",
        "from syncd.core.validation.warnings import MISSING_RENDERERS",
        "from syncd.core.validation.check import check_integrity",
        "from syncd.application.application import ServerContext, SessionContext",
        "from syncd.util.warnings import BokehDeprecationWarning",
        "from syncd.models.annotations.labels import *; Label",
        "from syncd.io.doc import *; curdoc",
        "from syncd.core.property.container import Dict, List",
        "from syncd.embed.server import server_document",
        "from syncd.colors.util import NamedColor",
        "from syncd.models.renderers.glyph_renderer import GlyphRenderer",
        "from syncd.models import ButtonLike, ColumnarDataSource, DataRange, DataSource",
        "from syncd.document.document import DEFAULT_TITLE",
        "from syncd.document import DEFAULT_TITLE",
        "from syncd.models import ConnectedXYGlyph, Mapper, XYGlyph",
        "from syncd.model.util import collect_filtered_models, get_class",
        "from syncd.plotting.figure import figure",
        "from syncd.util.hex import HexBinResult",
        "from syncd.server.callbacks import PeriodicCallback, TimeoutCallback",
    ],
)
def test_names_are_found_where_bokeh_has_them(statement):
    subprocess.run([sys.executable, "-c", statement], check=True)


@pytest.mark.parametrize(
    "statement",
    [
        "import syncd.plotting; syncd.palettes.Viridis256",
        "import syncd.plotting; syncd.layouts.row",
        "import syncd; syncd.models.Slider(start=0, end=1)",
        "import syncd; not hasattr(syncd, 'plots') or 1 / 0",
        "import syncd; syncd.__version__",
    ],
)
def test_modules_are_there_by_their_full_names(statement):
    subprocess.run([sys.executable, "-c", statement], check=True)


def test_a_name_is_the_same_thing_everywhere():
    from syncd.models.annotations.labels import Label

    assert Label is syncd.models.Label


def test_what_is_nowhere_is_refused():
    with pytest.raises(ModuleNotFoundError, match=r"syncd\.models\.labelz"):
        importlib.import_module("syncd.models.labelz")
    with pytest.raises(ImportError, match="Labelz"):
        exec("from syncd.models.annotations.labels import Labelz")


def test_data_to_try_things_with_come_from_the_package_that_has_them(
    monkeypatch, tmp_path
):
    """It is no part of Bokeh's own package, either."""
    package = tmp_path / "bokeh_sampledata"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "cars.py").write_text("cars = [1, 2]\n")
    monkeypatch.syspath_prepend(tmp_path)
    try:
        assert importlib.import_module("syncd.sampledata.cars").cars == [1, 2]
        with pytest.raises(ImportError, match="bikes"):
            exec("from syncd.sampledata.cars import bikes")
        with pytest.raises(ModuleNotFoundError, match=r"bokeh_sampledata\.bikes"):
            importlib.import_module("syncd.sampledata.bikes")
    finally:
        for name in [*sys.modules]:
            if "sampledata" in name:
                del sys.modules[name]


def test_who_has_no_such_data_is_told_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "bokeh_sampledata", None)
    with pytest.raises(ModuleNotFoundError, match="pip install bokeh_sampledata"):
        importlib.import_module("syncd.sampledata.autompg")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("syncd.server.tornado", "syncd serve"),
        ("syncd.settings", "syncd serve --help"),
        ("syncd.util.compiler", "DataModel"),
    ],
)
def test_modules_that_make_no_sense_here_say_what_does(name, words):
    with pytest.raises(ModuleNotFoundError) as caught:
        importlib.import_module(name)
    absent.advise(caught.value)
    assert words in caught.value.__notes__[0]


def test_advice_is_given_once():
    with pytest.raises(ImportError) as caught:
        exec("from syncd.io import get_svgs")
    assert str(caught.value).count("save tool") == 1
