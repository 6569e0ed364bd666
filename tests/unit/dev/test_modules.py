"""Which modules belong to the people who write applications."""

import sys
from types import ModuleType

import pytest

from syncd.dev.modules import Modules


@pytest.mark.parametrize(
    ("name", "theirs"),
    [
        ("bokeh_app_helpers", True),
        ("helpers", True),
        ("bokeh_app_12", False),
        ("docsync_hooks_3", False),
    ],
)
def test_only_what_is_made_for_runs_is_left_out(name, theirs, tmp_path, monkeypatch):
    module = ModuleType(name)
    module.__file__ = str(tmp_path / f"{name}.py")
    monkeypatch.setitem(sys.modules, name, module)
    assert (name in Modules().helpers([tmp_path], [])) is theirs
