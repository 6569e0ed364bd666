"""The source tree as tests see it."""

import ast
import importlib.util
from pathlib import Path
from types import ModuleType


ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("syncd", "flask_docsync")


def sources(*packages: str) -> list[Path]:
    """Return every Python file of our packages, in a fixed order."""
    found = [
        path
        for package in packages or PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
    ]
    assert found, "there is nothing to look at"
    return found


def module_name(path: Path) -> str:
    """Return the dotted name of a file below the root."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def parse(path: Path) -> ast.Module:
    """Return a file as a syntax tree."""
    return ast.parse(path.read_text(), str(path))


def load(path: str) -> ModuleType:
    """Run a script of the tree as a module, for what it defines."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
