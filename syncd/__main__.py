"""The ``syncd`` command's first lines.

A daemon's sockets and sleeps must be gevent's before anything else has a chance
to take the originals. The other subcommands do without gevent.
"""

import sys


if sys.argv[1:2] in (["serve"], ["server"], ["static"]):
    from gevent import monkey

    monkey.patch_all()  # noqa: TID251 - this is the place

from syncd.cli import main


if __name__ == "__main__":
    main()
