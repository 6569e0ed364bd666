"""From HTTP to WebSocket: checks first, then the upgrade, then the frames.

gevent-websocket answers the upgrade and offers ``environ["wsgi.websocket"]``.
Its frame layer is not used: it has no size limit and no close codes.
"""

from __future__ import annotations

from http.client import SWITCHING_PROTOCOLS
from typing import TYPE_CHECKING, Any

from geventwebsocket.handler import WebSocketHandler

from syncd.server.connection import Connection
from syncd.server.handler import Handler
from syncd.server.handshake import RefusalError


if TYPE_CHECKING:
    from syncd.server.gate import Admission


__all__ = ["SocketHandler"]


class SocketHandler(Handler, WebSocketHandler):  # type: ignore[misc]
    """Serves the requests of one TCP connection, upgrades among them.

    The application of its server is a `syncd.server.application.PublicApplication`.
    """

    application: Any
    admission: Admission | None = None

    def _answer(self) -> None:
        """Answer a request, or upgrade the connection if it asks for that."""
        if not self.application.is_socket(self.environ):
            super()._answer()
            return
        try:
            self.admission = self.application.admit(self.environ)
        except RefusalError as refusal:
            self.application = self.application.refuse(refusal, self.environ)
            super()._answer()
            return
        WebSocketHandler.run_application(self)

    def run_websocket(self) -> None:
        """Take the socket over from gevent-websocket, until it is closed."""
        assert self.admission is not None
        # Its object would write a close frame of its own when it is collected.
        self.websocket.closed = True
        self.environ.pop("wsgi.websocket", None)
        self.close_connection = True
        self.log_request()
        service = self.application.service
        Connection(self.socket, self.rfile, self.admission, service).run()

    def log_request(self) -> None:
        """Log an upgrade when it happens, and not again when it is over."""
        if self.environ is None or self.environ.pop("docsync.logged", None) is None:
            super().log_request()
        if self.environ is not None and self.code == SWITCHING_PROTOCOLS:
            self.environ["docsync.logged"] = True
