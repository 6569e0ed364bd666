"""Settings of what is logged, and where to."""

from __future__ import annotations

from dataclasses import dataclass

from syncd.config.parsing import LONGEST, milliseconds, parse_number
from syncd.config.setting import setting


__all__ = ["LogSettings"]


@dataclass(frozen=True, kw_only=True, init=False, repr=False, eq=False)
class LogSettings:
    """Logs."""

    log_level: str = setting(
        "info",
        env="DOCSYNC_LOG_LEVEL",
        synonym="DOCSYNC_PY_LOG_LEVEL",
        flag="--log-level",
        choices=("trace", "debug", "info", "warning", "error", "critical", "none"),
        help=(
            "The least level that is logged. trace adds frames of WebSockets, and"
            " so parts of documents; none logs nothing."
        ),
    )
    log_format: str = setting(
        "%(asctime)s %(levelname)-7s %(name)s: %(message)s",
        env="DOCSYNC_LOG_FORMAT",
        flag="--log-format",
        help="How a line looks, in the words of Python's logging.",
    )
    log_file: str | None = setting(
        None,
        env="DOCSYNC_LOG_FILE",
        flag="--log-file",
        help=(
            "The file that lines are added to; it may be moved away meanwhile."
            " Unset means standard error."
        ),
    )
    slow_callback_ms: int = setting(
        1_000,
        env="DOCSYNC_SLOW_CALLBACK",
        flag="--slow-callback",
        parse=parse_number(int, 0, LONGEST * 1000),
        unit="milliseconds",
        help=(
            "How long anything may keep all sessions waiting before the log says"
            " whose code that is, and where it is; 0 is for ever."
        ),
    )
    stats_log_frequency_ms: int = setting(
        15_000,
        env="DOCSYNC_STATS_LOG_FREQUENCY",
        flag="--stats-log-frequency",
        parse=milliseconds,
        unit="milliseconds",
        help=(
            "How often the sessions and connections of each application are logged"
            " at level debug."
        ),
    )
    mem_log_frequency_ms: int = setting(
        0,
        env="DOCSYNC_MEM_LOG_FREQUENCY",
        flag="--mem-log-frequency",
        parse=parse_number(int, 0, LONGEST * 1000),
        unit="milliseconds",
        help=(
            "How often the memory of the process is logged, and at level debug how"
            " many documents and models there are. 0 is never."
        ),
    )
