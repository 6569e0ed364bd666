"""What a package offers is said explicitly, and exists."""

import ast
import importlib
import subprocess
import sys

import pytest

from support.tree import PACKAGES, ROOT, module_name, parse, sources


INITS = [path for path in sources() if path.name == "__init__.py"]


def implicit_exports(tree: ast.Module) -> set[str]:
    """Return public names from our own modules that are not imported as themselves.

    ``from x import A as A`` and ``__all__`` are the two ways to say that a name is
    meant for others.
    """
    return {
        alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").split(".")[0] in PACKAGES
        for alias in node.names
        if alias.asname != alias.name
        and not (alias.asname or alias.name).startswith("_")
    }


def only_imports(tree: ast.Module) -> bool:
    """Return whether a package's first file does nothing but re-export."""
    return all(
        isinstance(node, ast.ImportFrom | ast.Import | ast.Expr | ast.Assign | ast.If)
        for node in tree.body
    )


def has_all(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.Assign | ast.AnnAssign) and "__all__" in ast.unparse(node)
        for node in tree.body
    )


@pytest.mark.parametrize("path", INITS, ids=module_name)
def test_a_package_offers_what_it_imports(path):
    tree = parse(path)
    if not only_imports(tree):
        return
    implicit = implicit_exports(tree)
    if has_all(tree):
        implicit -= set(importlib.import_module(module_name(path)).__all__)
    assert not implicit, f"neither `as` themselves nor in __all__: {sorted(implicit)}"


# One of the modules puts other sockets and threads in the place of Python's.
MISSING = """
import importlib, sys

for name in sys.argv[1:]:
    module = importlib.import_module(name)
    for offered in module.__all__:
        if not hasattr(module, offered):
            print(f"{name}.{offered}")
"""


def test_everything_offered_exists():
    names = [module_name(path) for path in sources() if has_all(parse(path))]
    assert names
    result = subprocess.run(
        [sys.executable, "-c", MISSING, *names],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not result.stdout.splitlines()


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_are_typed(package):
    assert (ROOT / package / "py.typed").exists()
