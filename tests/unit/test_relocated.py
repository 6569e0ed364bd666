import importlib
import subprocess
import sys

import pytest

import syncd.models
from syncd.relocated import _MODULES


@pytest.mark.parametrize("name", _MODULES)
def test_every_module_can_be_imported(name):
    assert importlib.import_module(name).__name__ == name


@pytest.mark.parametrize(
    "statement",
    [
        "from syncd.io.doc import curdoc",
        "from syncd.io.showing import show",
        "from syncd.models.annotations.labels import Label, Title",
        "from syncd.models.ui.tooltips import Tooltip",
        "from syncd.core.property.vectorization import field, value",
        "from syncd.core.validation import silence",
        "from syncd.core.validation.warnings import MISSING_RENDERERS",
        "from syncd.util.warnings import BokehDeprecationWarning",
        "from syncd.models.annotations.labels import *; Label",
        "from syncd.io.doc import *; curdoc",
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
