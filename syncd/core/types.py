"""Types that annotations of applications name."""

# ruff: noqa: A005  # the name that Bokeh's authors import

import os
from collections.abc import Sequence
from typing import NewType, TypeAlias


__all__ = ["ID", "FactorSeqType", "FactorType", "PathLike"]

ID = NewType("ID", str)
"""The id of a model or a session."""

PathLike: TypeAlias = str | os.PathLike[str]
"""Where a file is."""

FactorType: TypeAlias = str | tuple[str, str] | tuple[str, str, str]
"""A category, or the names of a nested one."""

FactorSeqType: TypeAlias = (
    Sequence[str] | Sequence[tuple[str, str]] | Sequence[tuple[str, str, str]]
)
"""Categories of one depth."""
