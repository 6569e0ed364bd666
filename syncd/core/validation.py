"""Obvious mistakes in models, and the warnings that authors of Bokeh applications silence.

Nothing here warns about these things unless it is asked: a layout without children is
empty, and a plot without renderers has axes.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from syncd.models.checks import mistakes


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from syncd.model import Model

__all__ = [
    "BOTH_CHILD_AND_ROOT",
    "EMPTY_LAYOUT",
    "EXT",
    "FIXED_HEIGHT_POLICY",
    "FIXED_SIZING_MODE",
    "FIXED_WIDTH_POLICY",
    "MISSING_RENDERERS",
    "PALETTE_LENGTH_FACTORS_MISMATCH",
    "ValidationIssue",
    "ValidationIssues",
    "check_integrity",
    "is_silenced",
    "process_validation_issues",
    "silence",
    "silenced",
]

_log = logging.getLogger("syncd.document")

__path__: list[str] = []
"""Nothing is in here, but some of it has other names: `syncd.relocated`."""

MISSING_RENDERERS: Final = "MISSING_RENDERERS"
EMPTY_LAYOUT: Final = "EMPTY_LAYOUT"
BOTH_CHILD_AND_ROOT: Final = "BOTH_CHILD_AND_ROOT"
FIXED_SIZING_MODE: Final = "FIXED_SIZING_MODE"
FIXED_WIDTH_POLICY: Final = "FIXED_WIDTH_POLICY"
FIXED_HEIGHT_POLICY: Final = "FIXED_HEIGHT_POLICY"
PALETTE_LENGTH_FACTORS_MISMATCH: Final = "PALETTE_LENGTH_FACTORS_MISMATCH"
EXT: Final = "EXT"


def silence(warning: str, silence: bool = True) -> None:  # noqa: FBT001, FBT002  # Bokeh's signature
    """Do nothing: there is no such warning.

    Args:
        warning: What should not be warned of.
        silence: Whether it should not.
    """


@contextmanager
def silenced(warning: str) -> Iterator[None]:  # noqa: ARG001  # Bokeh's signature
    """Do nothing for the time of a block: there is no such warning."""
    yield


def is_silenced(warning: str) -> bool:  # noqa: ARG001  # Bokeh's signature
    """Return ``True``: nobody is warned of it unasked."""
    return True


@dataclass(frozen=True, slots=True)
class ValidationIssue:
    """One thing that is wrong."""

    text: str
    """What it is, and where."""


@dataclass(slots=True)
class ValidationIssues:
    """All that is wrong with some models."""

    error: list[ValidationIssue] = field(default_factory=list)
    """What cannot be shown: nothing, as values are checked when they are set."""

    warning: list[ValidationIssue] = field(default_factory=list)
    """What shows nothing, or not what was meant."""


def check_integrity(models: Iterable[Model]) -> ValidationIssues:
    """Look for obvious mistakes in models, as `Document.validate` does.

    Args:
        models: The models; those that they refer to are not looked at.
    """
    return ValidationIssues(warning=[*map(ValidationIssue, mistakes(models))])


def process_validation_issues(issues: ValidationIssues) -> None:
    """Log what `check_integrity` has found."""
    for issue in issues.error:
        _log.error("%s", issue.text)
    for issue in issues.warning:
        _log.warning("%s", issue.text)
