"""What visitors type cannot pretend to be the log."""

import logging
import sys

import pytest

from syncd.cli.lines import Formatter


FORGED = "2026-01-01 INFO syncd: all is well"


def line_of(message, *args, error=None):
    caught = None
    if error is not None:
        try:
            raise error
        except type(error):
            caught = sys.exc_info()
    record = logging.LogRecord("app", 20, "", 0, message, args, caught)
    return Formatter("%(levelname)s %(message)s").format(record)


def test_a_usual_line_stays_as_it_is():
    assert line_of("é said %s", "→ 3 𝄞") == "INFO é said → 3 𝄞"


def test_a_message_of_several_lines_has_one_beginning():
    assert line_of("said %s", f"a\n{FORGED}\n\n  b") == (
        f"INFO said a\n    {FORGED}\n\n  b"
    )


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\x1b", r"\x1b"),
        ("\r", r"\r"),
        ("\x85", r"\x85"),
        ("\u2028", r"\u2028"),
        ("\u202e", r"\u202e"),
        ("\ud800", r"\ud800"),
        ("\x00", r"\x00"),
    ],
)
def test_what_cannot_be_seen_is_spelt(character, shown):
    assert line_of("a%sb", character) == f"INFO a{shown}b"
    assert line_of("x", error=ValueError(f"a{character}b")).endswith(f": a{shown}b")


def test_the_words_of_an_exception_are_one_block():
    lines = line_of("failed", error=ValueError(f"a\n{FORGED}\x1b[2J")).splitlines()
    assert lines[:2] == ["INFO failed", "Traceback (most recent call last):"]
    assert lines[-2:] == ["ValueError: a", rf"    {FORGED}\x1b[2J"]


def test_what_is_noted_to_exceptions_begins_no_lines():
    inner, error = KeyError("k"), ExceptionGroup("g", [ValueError("v")])
    for noted in (inner, error, error.exceptions[0]):
        noted.add_note(f"{FORGED}\n{FORGED}")
    error.__cause__ = inner
    lines = line_of("failed", error=error).splitlines()
    assert sum(FORGED in line for line in lines) == 6
    assert not any(line.startswith(FORGED) for line in lines)


def test_tracebacks_of_causes_look_as_ever():
    cause = KeyError("k")
    error = ValueError("v")
    error.__cause__ = cause
    lines = line_of("failed", error=error).splitlines()
    assert lines[1] == "KeyError: 'k'"
    assert lines[3].startswith("The above exception was the direct cause")
    assert lines[5] == "Traceback (most recent call last):"
    assert lines[-1] == "ValueError: v"
