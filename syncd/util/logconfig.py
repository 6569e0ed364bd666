"""Logging, as applications set it up that also run on their own."""

from __future__ import annotations

import logging
from typing import Any


__all__ = ["basicConfig"]


def basicConfig(**kwargs: Any) -> None:  # noqa: N802 - the name that Bokeh has
    """Do as ``logging.basicConfig``, which leaves a log alone that is set up already.

    In a served application it is: ``--log-level``, ``--log-format`` and ``--log-file``
    of `syncd serve` decide.
    """
    logging.basicConfig(**kwargs)
