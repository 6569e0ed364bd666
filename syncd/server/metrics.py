"""Counters of one process, as text that monitoring systems read."""

from __future__ import annotations

from dataclasses import dataclass


__all__ = ["Metrics"]


@dataclass(slots=True)
class Metrics:
    """What has happened since the start."""

    requests: int = 0
    refused: int = 0
    connections: int = 0
    messages: int = 0

    def render(self, *, sessions: int, created: int, connected: int) -> str:
        """Return all numbers in the text format of Prometheus.

        Args:
            sessions: How many live.
            created: How many have been made.
            connected: How many connections are open.
        """
        rows = [
            ("sessions", "gauge", "Sessions that live", sessions),
            ("connections", "gauge", "WebSocket connections that are open", connected),
            ("sessions_total", "counter", "Sessions made", created),
            (
                "connections_total",
                "counter",
                "WebSocket connections opened",
                self.connections,
            ),
            ("messages_total", "counter", "Messages of browsers", self.messages),
            ("requests_total", "counter", "HTTP requests", self.requests),
            ("refused_total", "counter", "Requests that were refused", self.refused),
        ]
        return "".join(
            f"# HELP syncd_{name} {words}\n# TYPE syncd_{name} {kind}\n"
            f"syncd_{name} {value}\n"
            for name, kind, words, value in rows
        )
