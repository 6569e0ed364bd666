"""An environment for each system, as its users have it: installed, not editable."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "bench"

_PINS = {
    "syncd": Path(__file__).with_name("requirements-syncd.txt"),
    "bokeh": Path(__file__).with_name("requirements-bokeh.txt"),
}
_OTHERS = {"syncd": (ROOT / "pyproject.toml", ROOT / "requirements-dev.txt")}
_SHOWN = {
    "syncd": ("gevent", "websockets", "msgspec", "werkzeug", "numpy"),
    "bokeh": ("bokeh", "tornado", "numpy"),
}


_DISTRIBUTED = "/usr/bin/python3"
_SUITABLE = (
    "import ensurepip, venv, sys;"
    f"sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
)
"""Whether it makes environments, and the pins are known to exist for it."""


def interpreter() -> str:
    """Return what servers run on unless told: the Python of the distribution.

    That is what supervisors start, and it is built as well as its builders know,
    guided by profiles; version managers do not do that by default. Where there
    is none of our version it is our own.
    """
    try:
        found = subprocess.run(
            [_DISTRIBUTED, "-c", _SUITABLE], check=False, capture_output=True
        )
    except OSError:
        return sys.executable
    return sys.executable if found.returncode else _DISTRIBUTED


def prepare(name: str, base: str | None = None) -> Path:
    """Return the interpreter of an environment, made anew if its pins have changed.

    syncd itself is built and installed every time.

    Args:
        name: Of the environment.
        base: The Python that it is made with.
    """
    base = base or interpreter()
    folder = BUILD / name
    python = folder / "bin" / "python"
    stamp = folder / ".made-of"
    digest = _digest(name, base)
    if not stamp.exists() or stamp.read_text() != digest:
        print(f"making the environment of {name}", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        _run(base, "-m", "venv", folder)
        _install(python, _wanted(name))
        stamp.write_text(digest)
    if name == "syncd":
        _install(python, ["--no-deps", "--force-reinstall", _wheel()])
    return python


def versions(name: str) -> dict[str, str]:
    """Return what matters of what is installed in an environment."""
    code = (
        "import sys, importlib.metadata as m\n"
        "print('python', '.'.join(map(str, sys.version_info[:3])))\n"
        f"for name in {_SHOWN[name]!r}: print(name, m.version(name))"
    )
    command = [str(BUILD / name / "bin" / "python"), "-c", code]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(line.split() for line in output.splitlines())


def _digest(name: str, base: str) -> str:
    command = [base, "-c", "import sys; print(sys.version)"]
    version = subprocess.run(command, check=True, capture_output=True).stdout
    digest = hashlib.sha256(base.encode() + version)
    for path in (_PINS[name], *_OTHERS.get(name, ())):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _wanted(name: str) -> list[str | Path]:
    wanted: list[str | Path] = ["--requirement", _PINS[name]]
    if name == "syncd":
        constraints = ROOT / "requirements-dev.txt"
        return [*wanted, "--constraint", constraints, _wheel()]
    return wanted


def _wheel() -> Path:
    """Build the wheel, with what the environment of the build has."""
    folder = BUILD / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    options = ("--wheel", "--no-isolation", "--outdir", folder)
    _run(sys.executable, "-m", "build", *options, ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


def _install(python: Path, what: Sequence[str | Path]) -> None:
    pip = ("-m", "pip", "--disable-pip-version-check", "--quiet", "--quiet")
    _run(python, *pip, "install", *what)


def _run(*command: str | Path) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        print(error.stdout, error.stderr, file=sys.stderr)
        raise
