"""Obvious mistakes, by the names that Bokeh's authors know."""

import logging

import pytest

from syncd.core.validation import (
    EMPTY_LAYOUT,
    check_integrity,
    is_silenced,
    process_validation_issues,
    silence,
    silenced,
)
from syncd.layouts import column
from syncd.plotting import figure


def test_mistakes_are_found_and_logged_when_asked_for(
    caplog: pytest.LogCaptureFixture,
) -> None:
    empty, drawn = figure(), figure()
    drawn.line([1, 2], [3, 4])
    issues = check_integrity([empty, drawn, column()])
    assert issues.error == []
    assert ["no renderers" in issue.text for issue in issues.warning] == [True, False]
    with caplog.at_level(logging.WARNING):
        process_validation_issues(issues)
    assert "no renderers" in caplog.text
    assert "no children" in caplog.text


def test_warnings_that_nobody_gets_are_silent() -> None:
    silence(EMPTY_LAYOUT, True)
    with silenced(EMPTY_LAYOUT):
        assert is_silenced(EMPTY_LAYOUT)
    assert check_integrity([]).warning == []
