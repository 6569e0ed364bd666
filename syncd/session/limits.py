"""How much one session may hold; nothing in it is unbounded."""

from __future__ import annotations

from dataclasses import dataclass


__all__ = ["Limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits and lifetimes of a session: bytes, counts, seconds."""

    history_bytes: int = 64 * 1024
    """Transactions kept for peers that come back, in bytes."""

    outbox_messages: int = 256
    """Messages that wait for a slow peer before they are merged."""

    outbox_bytes: int = 512 * 1024
    """Bytes that wait for a slow peer before they are merged."""

    inbox_messages: int = 256
    """Messages of one peer that wait before it is not read any more."""

    inbox_bytes: int = 1024 * 1024
    """Bytes of one peer's messages that wait before it is not read any more."""

    session_inbox_bytes: int = 64 * 1024 * 1024
    """Bytes of all peers' messages that wait before only small ones are read, and only
    of those who have none waiting."""

    inbox_calls: int = 256
    """Requests for pages and of the control API that wait for their turn."""

    browser_bytes: int = 128 * 1024 * 1024
    """Bytes in memory that browsers may add to the document."""

    max_connections: int = 5_000
    """Peers that watch one session at a time."""

    max_tabs: int = 5_256
    """Tabs that the session remembers, connected or not."""

    outcome_tabs: int = 64
    """Tabs of which it is remembered what was refused, and which ids were given. Others
    that have missed an answer get all of the document when they come back."""

    provisional_ids: int = 16_384
    """Models added by tabs that these may call by the ids that they gave them, in all tabs:
    until a tab hears which ids its models have."""

    goodbye_lifetime: float = 15.0
    """Seconds that an unwatched session lives after a goodbye."""

    lost_lifetime: float = 300.0
    """Seconds that an unwatched session lives after a lost connection."""

    glimpse: float = 10.0
    """Seconds that somebody watches at least whose session is kept, even if room
    for others is needed, and even if nobody has done anything in it."""

    arrival: float = 2.0
    """Seconds that most browsers take at most from a page to its connection, or to the next
    one. Who takes longer finds another session, if room for others was needed meanwhile."""
