"""The ``syncd`` command's first lines.

A daemon's sockets and sleeps must be gevent's before anything else has a chance
to take the originals. The other subcommands do without gevent.
"""

import sys


if sys.argv[1:2] in (["serve"], ["server"], ["static"]):
    from syncd.deferred import defer

    # Libraries import them for functions that few applications call.
    for _name in (
        "calendar",
        "ctypes",
        "difflib",
        "hashlib",
        "hmac",
        "importlib.metadata",
        "ipaddress",
        "mimetypes",
        "pickle",
        "random",
        "secrets",
        "tokenize",
    ):
        defer(_name)

    from syncd.server.patching import patch

    patch()

from syncd.cli import main


if __name__ == "__main__":
    main()
