import inspect
import math
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from syncd import driving


def passed(driver: Callable[..., Any], calls: int) -> list[Any]:
    """Return what a driver passes in so many calls."""
    seen: list[Any] = []
    advance = driver(seen.append)
    for _ in range(calls):
        advance()
    return seen


def test_bouncing_turns_at_both_ends_and_says_them_twice() -> None:
    expected = [0, 1, 2, 2, 1, 0, 0, 1]
    assert passed(driving.bounce([0, 1, 2]), 8) == expected


def test_repeating_begins_anew() -> None:
    assert passed(driving.repeat("ab"), 5) == [*"ababa"]


def test_counting_begins_at_0() -> None:
    assert passed(driving.count(), 3) == [0, 1, 2]


def test_a_line_has_a_slope_and_an_offset() -> None:
    assert passed(driving.linear(), 3) == [0, 1, 2]
    assert passed(driving.linear(m=0.5, b=2), 3) == [2, 2.5, 3]


@pytest.mark.parametrize(
    ("wave", "function"), [(driving.sine, math.sin), (driving.cosine, math.cos)]
)
def test_waves_have_amplitude_phase_and_offset(wave: Any, function: Any) -> None:
    assert passed(wave(0.1), 4) == [function(0.1 * i) for i in range(4)]
    assert passed(wave(w=0.2, A=3, phi=0.5, offset=-1), 4) == [
        3 * function(0.2 * i + 0.5) - 1 for i in range(4)
    ]


def test_waves_stay_exact_after_many_calls() -> None:
    assert passed(driving.sine(0.03), 10_000)[-1] == math.sin(0.03 * 9_999)


def test_a_forced_function_is_called_with_each_value_and_then_no_more() -> None:
    seen: list[int] = []
    advance = driving.force(seen.append, iter([4, 5]))
    for _ in range(3):
        advance()
    assert seen == [4, 5]


@pytest.mark.parametrize("name", ["bounce", "repeat"])
def test_without_values_there_is_nothing_to_drive(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} needs at least one value"):
        getattr(driving, name)([])


def test_every_function_that_one_driver_decorates_begins_anew() -> None:
    driver = driving.count()
    assert passed(driver, 2) == passed(driver, 2) == [0, 1]


def test_a_driven_function_is_a_callback_of_its_own_name() -> None:
    @driving.linear()
    def update(step: float) -> float:
        return step

    assert update.__name__ == "update"
    assert not inspect.signature(update).parameters
    assert [update(), update()] == [0, 1]


def test_a_partial_can_be_driven() -> None:
    seen: list[tuple[str, int]] = []
    advance = driving.count()(partial(lambda name, i: seen.append((name, i)), "a"))
    advance()
    assert seen == [("a", 0)]
