"""``docs/settings.md``, made from the settings.

``python -m syncd.cli.reference docs/settings.md`` writes it; a test compares.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from syncd.config import settings


if TYPE_CHECKING:
    from syncd.config import Setting


__all__ = ["render"]

_HEAD = """\
# Settings

<!-- Made by `python -m syncd.cli.reference docs/settings.md`; do not edit. -->

The web application and syncd read the same environment variables, so one
environment configures both; in Flask, `app.config` has the same keys. An option of
`syncd serve` comes before its variable. Booleans are `yes`, `1`, `on`, `true` or
`no`, `0`, `off`, `false`; anything else is an error. Lists have commas between items.

"""

_READERS = {
    ("flask", "syncd"): "Read by both",
    ("flask",): "Read by the web application",
    ("syncd",): "Read by syncd",
}


def render() -> str:
    """Return the whole page."""
    sections = []
    for readers, title in _READERS.items():
        entries = [_entry(item) for item in settings() if item.readers == readers]
        sections.append(f"## {title}\n\n" + "\n".join(entries))
    return _HEAD + "\n".join(sections)


def _entry(setting: Setting) -> str:
    flag = f" · `{setting.flag}`" if setting.flag else ""
    facts = [f"Default: {_default(setting)}."]
    if setting.choices:
        words = ", ".join(f"`{word}`" for word in setting.choices)
        facts.append(f"One of {words}.")
    if setting.several:
        facts.append("The option may be given more than once.")
    return f"### `{setting.env}`{flag}\n\n{setting.help} {' '.join(facts)}\n"


def _default(setting: Setting) -> str:
    value = setting.default
    unit = f" {setting.unit}" if setting.unit else ""
    if value is None or value in {(), ""}:
        return "unset"
    if isinstance(value, bool):
        return "`yes`" if value else "`no`"
    if isinstance(value, float):
        return f"`{value:g}`{unit}"
    return f"`{value}`{unit}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(render())
