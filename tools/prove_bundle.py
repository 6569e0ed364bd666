"""Build the browser bundle again and compare it with the committed one.

The bundle is committed so that installing needs no Node. This proves that it is
what the sources give, byte for byte. When it is not, the new one stays in
place, ready to be looked at and committed.
"""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
BUNDLE = ROOT / "syncd" / "static"


def fingerprints() -> dict[str, str]:
    """Return the digest of every file of the bundle."""
    return {
        str(path.relative_to(BUNDLE)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(BUNDLE.rglob("*"))
        if path.is_file()
    }


def main() -> None:
    """Exit with an error unless both are the same."""
    committed = fingerprints()
    if not committed:
        sys.exit("syncd/static holds no bundle; run `make browser` and commit it")
    subprocess.run(
        ["npm", "run", "--silent", "build"],  # noqa: S607 - .venv/bin is first on PATH
        cwd=ROOT / "browser",
        check=True,
        stdin=subprocess.DEVNULL,
    )
    built = fingerprints()
    differing = sorted(
        name
        for name in committed.keys() | built.keys()
        if committed.get(name) != built.get(name)
    )
    if differing:
        sys.exit(
            "syncd/static is not what browser/ builds; look at it and commit it:\n  "
            + "\n  ".join(differing)
        )
    print(f"The bundle is reproducible: {len(built)} files, byte for byte")


if __name__ == "__main__":
    main()
