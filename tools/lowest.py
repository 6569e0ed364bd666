"""Print the lower bounds of pyproject.toml as exact versions.

`make lowest` installs these and runs the tests, which is how the bounds are found.
"""

import tomllib
from pathlib import Path


def main() -> None:
    """Print one requirement a line."""
    path = Path(__file__).resolve().parent.parent / "pyproject.toml"
    project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    bounds = [*project["dependencies"], *project["optional-dependencies"]["examples"]]
    for bound in bounds:
        print(bound.replace(">=", "=="))


if __name__ == "__main__":
    main()
