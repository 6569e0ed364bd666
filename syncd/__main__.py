"""The ``syncd`` command's first lines.

A daemon's sockets and sleeps must be gevent's before anything else has a chance
to take the originals. The other subcommands do without gevent.
"""

import sys


if sys.argv[1:2] in (["serve"], ["server"], ["static"]):
    from functools import partial
    from importlib import import_module

    from syncd.deferred import defer, once_imported

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

    from gevent import events, monkey

    # gevent would look for its own plugins dozens of times, among all packages.
    events.notify_and_call_entry_points = events.notify  # type: ignore[attr-defined]
    monkey.patch_all(ssl=False, subprocess=False)  # noqa: TID251 - this is the place
    # Whoever touches one of these gets it patched, and whoever imports gevent's.
    for _name, _patch in (
        ("ssl", monkey.patch_ssl),
        ("subprocess", monkey.patch_subprocess),
    ):
        once_imported(f"gevent.{_name}", _patch)
        defer(_name, partial(import_module, f"gevent.{_name}"))

from syncd.cli import main


if __name__ == "__main__":
    main()
