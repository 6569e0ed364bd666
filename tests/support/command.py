"""The command as a shell runs it."""

import subprocess
import sys

from support.daemon import START_TIMEOUT


def syncd(*args, cwd=None, **environment):
    """Run it to its end, and return what it said."""
    return subprocess.run(
        [sys.executable, "-m", "syncd", *map(str, args)],
        capture_output=True,
        text=True,
        timeout=START_TIMEOUT,
        check=False,
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", **environment},
    )
