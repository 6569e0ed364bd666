"""Settings as a command is given them."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Any

from syncd.config import (
    UNAVAILABLE,
    check_available,
    nearest,
    read_file,
    settings,
    trace_settings,
)


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.config import Value


__all__ = ["read_settings", "warn_of_idle"]

_log = logging.getLogger("syncd")


def read_settings(
    given: Mapping[str, Any], file: str | None, *, lenient: bool = False
) -> list[Value]:
    """Return all settings of this command.

    Args:
        given: What its options say, by the names of settings.
        file: The configuration file, if one is given.
        lenient: Let pass what there is not yet, as nothing is going to be served.

    Raises:
        ConfigError: Something has a value that it does not take.
        UnavailableError: Something is asked for that there is not yet.
    """
    read = None if file is None else read_file(file)
    if not lenient:
        check_available(given, {} if read is None else read.others, os.environ)
    return trace_settings(os.environ, read, given)


def warn_of_idle(values: list[Value]) -> None:
    """Log what was said and has no effect, or looks like a mistake."""
    for value in values:
        if value.given and value.setting.note and value.value is not False:
            _log.info("%s has no effect: %s", value.source, value.setting.note)
    known = {name for setting in settings() for name in setting.variables}
    known |= {one.env for one in UNAVAILABLE}
    for name in sorted(os.environ):
        if name.startswith("DOCSYNC_") and name not in known:
            _log.warning("%s is no setting%s", name, nearest(name, known))
