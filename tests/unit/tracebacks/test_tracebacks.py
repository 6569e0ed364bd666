"""The part of a traceback that is the application's."""

import json
import sys
from dataclasses import dataclass
from traceback import extract_tb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncd.models import Slider
from syncd.tracebacks import begin_with_application, place_of


# Of whom a frame is: of us, of Python's own library, or of an application.
OWNERS = st.sampled_from(["syncd.session", "json", "app"])


def fails_below(owners):
    """Return what a function raised that others of these owners have called."""
    source = "def call(rest):\n    return rest[0](rest[1:]) if rest else 1 / 0"
    calls = []
    for owner in owners:
        file = json.__file__ if owner == "json" else f"/srv/{owner}.py"
        space = {"__name__": owner}
        exec(compile(source, file, "exec"), space)
        calls.append(space["call"])
    try:
        calls[0](calls[1:])
    except ZeroDivisionError as error:
        error.__traceback__ = error.__traceback__.tb_next
        return error


def owners_of(error):
    files = [frame.filename for frame in extract_tb(error.__traceback__)]
    return ["json" if file == json.__file__ else file[5:-3] for file in files]


@given(st.lists(OWNERS, min_size=1, max_size=6))
def test_it_begins_with_the_application_if_that_was_called(owners):
    error = fails_below(owners)
    begin_with_application(error)
    first = owners.index("app") if "app" in owners else 0
    assert owners_of(error) == owners[first:]


@given(st.lists(OWNERS, min_size=1, max_size=6))
def test_the_place_is_the_last_line_of_the_application(owners):
    place = place_of(fails_below(owners))
    assert place == ("/srv/app.py:2" if "app" in owners else None)


def test_what_the_application_called_stays():
    slider = Slider(start=0, end=1, value=0)
    slider.on_change("value", lambda attr, old, new: json.loads("{"))
    try:
        slider.value = 1
    except ValueError as error:
        begin_with_application(error)
        frames = extract_tb(error.__traceback__)
    assert frames[0].filename == __file__
    assert frames[-1].filename.startswith(sys.base_prefix)
    assert any("syncd" in frame.filename for frame in frames)


@dataclass(frozen=True)
class FrozenError(Exception):
    number: int


def test_what_is_frozen_keeps_no_secret():
    slider = Slider(start=0, end=1, value=0)

    def fail(*_):
        raise FrozenError(1)

    slider.on_change("value", fail)
    with pytest.raises(FrozenError) as caught:
        slider.value = 1
    begin_with_application(caught.value)


def test_a_traceback_without_end_has_one():
    """Two callbacks that set each other off fill a log with each drag."""
    error = fails_below(["app", *["syncd.model"] * 400, "app"])
    begin_with_application(error)
    owners = owners_of(error)
    assert len(owners) == 60
    assert owners[0] == owners[-1] == "app"
    assert error.__notes__ == ["342 frames in the middle are left out"]
    begin_with_application(error)
    assert len(error.__notes__) == 1


def test_an_error_that_takes_no_note_is_shortened_all_the_same():
    error = FrozenError(1)
    error.with_traceback(fails_below(["app"] * 100).__traceback__)
    begin_with_application(error)
    assert len(owners_of(error)) == 60


def test_a_traceback_of_some_length_is_kept_whole():
    error = fails_below(["app"] * 60)
    begin_with_application(error)
    assert len(owners_of(error)) == 60
    assert not hasattr(error, "__notes__")
