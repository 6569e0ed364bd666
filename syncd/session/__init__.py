"""Live documents and those who watch them, without any I/O."""

from __future__ import annotations

from syncd.session.environment import Environment as Environment
from syncd.session.environment import Host as Host
from syncd.session.failure import describe as describe
from syncd.session.history import HistoryBudget as HistoryBudget
from syncd.session.inbox import Backlog as Backlog
from syncd.session.item import Call as Call
from syncd.session.item import Item as Item
from syncd.session.item import Join as Join
from syncd.session.item import Leave as Leave
from syncd.session.item import Received as Received
from syncd.session.item import Start as Start
from syncd.session.item import Stop as Stop
from syncd.session.limits import Limits as Limits
from syncd.session.outbox import Close as Close
from syncd.session.outbox import Outbox as Outbox
from syncd.session.peer import Peer as Peer
from syncd.session.queueing import queueing as queueing
from syncd.session.session import Session as Session
from syncd.session.session import SessionEndedError as SessionEndedError
