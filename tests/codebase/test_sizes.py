"""Modules stay small enough to be read in one go."""

from pathlib import Path

from support.tree import ROOT, sources


LIMIT = 600


def browser_sources() -> list[Path]:
    found = [
        path
        for folder in ("src", "test")
        for path in sorted((ROOT / "browser" / folder).rglob("*.ts"))
        if "generated" not in path.read_text()[:200].lower()
    ]
    assert found, "there is nothing to look at"
    return found


def test_no_module_is_longer_than_600_lines():
    tests = sorted((ROOT / "tests").rglob("*.py"))
    too_long = {
        str(path.relative_to(ROOT)): lines
        for path in [*sources(), *browser_sources(), *tests]
        if (lines := len(path.read_text().splitlines())) > LIMIT
    }
    assert not too_long
