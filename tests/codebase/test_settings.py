"""Every setting is described once, and the documentation repeats it."""

import re

import pytest

from support.tree import ROOT, load
from syncd.config import settings


PAGE = ROOT / "docs" / "settings.md"


def test_the_page_is_what_the_record_says():
    text = load("tools/settings_page.py").page()
    assert PAGE.read_text() == text, "run `make docs` and commit docs/settings.md"


@pytest.mark.parametrize("setting", settings(), ids=lambda setting: setting.name)
def test_a_setting_is_described(setting):
    page = PAGE.read_text()
    assert f"`{setting.env}`" in page
    assert setting.flag is None or f"`{setting.flag}`" in page
    assert setting.help.endswith((".", ")."))


@pytest.mark.parametrize("setting", settings(), ids=lambda setting: setting.name)
def test_a_number_has_a_unit_or_is_a_count(setting):
    # "Units or it isn't documented": seconds and bytes, or a suffix in the name.
    if setting.name.endswith("_ms"):
        assert setting.unit == "milliseconds"
    elif setting.unit:
        assert setting.unit in {"seconds", "bytes"}


def test_names_are_the_projects_own_and_unlike_each_other():
    variables = [setting.env for setting in settings()]
    flags = [setting.flag for setting in settings() if setting.flag]
    assert variables
    assert len(set(variables)) == len(variables)
    assert len(set(flags)) == len(flags)
    assert all(re.fullmatch("DOCSYNC_[A-Z_]+", name) for name in variables)
    assert all(re.fullmatch("--[a-z-]+", flag) for flag in flags)
