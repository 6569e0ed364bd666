"""The daemon: HTTP endpoints, WebSocket transport, control API, workers.

With ``syncd.__main__`` the only code that knows gevent.
"""

from __future__ import annotations
