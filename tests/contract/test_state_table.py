"""The states of a connection are those that the protocol lists."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from websockets.frames import Close

from syncd.errors import LocalProtocolError
from syncd.protocol import TRANSITIONS, ConnectionState, Event, advance


SPEC = Path(__file__).parents[2] / "spec" / "protocol.md"
ROW = re.compile(r"\| `(\w+)` \| `(\w+)` \| `(\w+)` \|")


def rows_of_the_spec():
    text = SPEC.read_text("utf-8")
    section = text.split("\n## 11. ", 1)[1].split("\n## ", 1)[0]
    return ROW.findall(section)


def test_table_is_the_one_in_the_protocol():
    rows = rows_of_the_spec()
    assert rows

    written = {
        (state.value, event.value): after.value
        for (state, event), after in TRANSITIONS.items()
    }

    assert written == {(state, event): after for state, event, after in rows}
    assert len(rows) == len(written)


@pytest.mark.parametrize(
    ("state", "event"),
    list(product(ConnectionState, Event)),
    ids=lambda member: member.value,
)
def test_every_pair_advances_or_is_a_fault_of_ours(state, event):
    if (state, event) in TRANSITIONS:
        assert advance(state, event) is TRANSITIONS[state, event]
        return

    with pytest.raises(LocalProtocolError, match=state.value) as caught:
        advance(state, event)

    assert event.value in str(caught.value)


def test_nothing_leads_out_of_closed():
    assert not [pair for pair in TRANSITIONS if pair[0] is ConnectionState.CLOSED]


def test_every_state_and_event_occurs():
    assert {state for state, _ in TRANSITIONS} | set(TRANSITIONS.values()) == set(
        ConnectionState
    )
    assert {event for _, event in TRANSITIONS} == set(Event)


def test_every_live_state_survives_a_lost_connection():
    for state in set(ConnectionState) - {ConnectionState.CLOSED}:
        assert advance(state, Event.LOST) is ConnectionState.CLOSED


def test_every_close_code_may_be_on_the_wire():
    section = SPEC.read_text("utf-8").split("\n## 10. ", 1)[1].split("\n## ", 1)[0]
    codes = [int(code) for code in re.findall(r"(?m)^\| (\d+) \|", section)]
    assert len(codes) > 10
    for code in codes:
        assert Close(code, "").serialize()
        assert code < 1012 or 4000 <= code <= 4999
