"""From HTTP to WebSocket: checks first, then the upgrade, then the frames.

gevent-websocket decides what is upgraded, and answers. Its frame layer is not
used: it has no size limit and no close codes.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

from gevent.socket import socket as Socket  # noqa: N812 - it is a class
from geventwebsocket.handler import WebSocketHandler

from syncd.server.connection import Connection
from syncd.server.handler import Handler
from syncd.server.handshake import SUBPROTOCOL, RefusalError


if TYPE_CHECKING:
    from syncd.server.gate import Admission


__all__ = ["SocketHandler"]

_SWITCHING = b"101 Switching Protocols"
_UPGRADE = (
    b"HTTP/1.1 %b\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Accept: %b\r\nSec-WebSocket-Protocol: "
    + SUBPROTOCOL.encode()
    + b"\r\n\r\n"
)


class SocketHandler(Handler, WebSocketHandler):  # type: ignore[misc]
    """Serves the requests of one TCP connection, upgrades among them.

    The application of its server is a `syncd.server.application.PublicApplication`.
    """

    application: Any
    admission: Admission
    websocket: bool
    _upgraded = False

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

    def upgrade_connection(self) -> None:
        """Answer that the connection is a WebSocket now; `admit` has said so.

        gevent-websocket would check everything again, and make an object for
        its frames that costs more than the rest and is a cycle.
        """
        self.websocket = self.environ["wsgi.websocket"] = True
        key = self.environ["HTTP_SEC_WEBSOCKET_KEY"].strip() + self.GUID
        digest = hashlib.sha1(key.encode(), usedforsecurity=False).digest()
        self.status, self.code = _SWITCHING, 101
        self.close_connection = self.headers_sent = True
        self._sendall(_UPGRADE % (_SWITCHING, base64.b64encode(digest)))

    def run_websocket(self) -> None:
        """Take the socket over from pywsgi.

        What that holds would take more memory than the connection.
        """
        self.close_connection = True
        self.log_request()
        self._upgraded = True
        # What has been read ahead is all that there is without waiting.
        sock = self.socket
        sock.settimeout(0)
        beginning = self.rfile.peek()
        taken = Socket(sock.family, sock.type, sock.proto, sock.detach())
        service = self.application.service
        Connection(taken, beginning, self.admission, service).start()

    def log_request(self) -> None:
        """Log an upgrade when it happens, and not again when it is over."""
        if not self._upgraded:
            super().log_request()
