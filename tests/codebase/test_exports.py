"""``__all__`` says exactly what a package offers."""

import ast
import importlib

import pytest

from support.tree import ROOT, module_name, parse, sources


INITS = [path for path in sources() if path.name == "__init__.py"]


def public_imports(tree: ast.Module) -> set[str]:
    """Return the public names that top-level imports bind."""
    names = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module != "__future__":
            names |= {alias.asname or alias.name for alias in node.names}
    return {name for name in names if not name.startswith("_")}


def offers(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.Assign | ast.AnnAssign) and "__all__" in ast.unparse(node)
        for node in tree.body
    )


@pytest.mark.parametrize("path", INITS, ids=module_name)
def test_a_package_offers_what_it_imports(path):
    tree = parse(path)
    ours = public_imports(tree)
    if not ours:
        return
    assert offers(tree), f"{path.relative_to(ROOT)} has no __all__"
    exported = set(importlib.import_module(module_name(path)).__all__)
    missing = ours - exported
    assert not missing, f"imported but not in __all__: {sorted(missing)}"


def test_everything_offered_exists():
    seen = 0
    missing = []
    for path in sources():
        if not offers(parse(path)):
            continue
        seen += 1
        module = importlib.import_module(module_name(path))
        missing += [
            f"{module.__name__}.{name}"
            for name in module.__all__
            if not hasattr(module, name)
        ]
    assert seen
    assert not missing


def test_packages_are_typed():
    for package in ("syncd", "flask_docsync"):
        assert (ROOT / package / "py.typed").exists()
