"""Every setting of DocSync, in one frozen record.

A field of `Settings` carries its environment variable, flag, unit, default and
help. The command line, the reading of environments and files, and
``docs/settings.md`` derive from that. The web application and syncd read the same
variables, so one environment configures both.
"""

from __future__ import annotations

from syncd.config.binding import TcpBind, UnixBind
from syncd.config.parsing import parse_bool
from syncd.config.record import Settings, read_file, settings, trace_settings
from syncd.config.setting import Setting
from syncd.config.shared import DEFAULT_CONTROL_URL
from syncd.config.sources import ConfigFile, Value, nearest
from syncd.config.unavailable import UNAVAILABLE, Unavailable, check_available


__all__ = [
    "DEFAULT_CONTROL_URL",
    "UNAVAILABLE",
    "ConfigFile",
    "Setting",
    "Settings",
    "TcpBind",
    "Unavailable",
    "UnixBind",
    "Value",
    "check_available",
    "nearest",
    "parse_bool",
    "read_file",
    "settings",
    "trace_settings",
]
