"""Write ``docs/settings.md`` from the settings record.

A setting is described once, where it is defined; this page repeats it. A test
fails while the two differ.
"""

from itertools import groupby
from pathlib import Path

from syncd.config import Setting, settings


PAGE = Path(__file__).resolve().parent.parent / "docs" / "settings.md"

HEAD = """\
# Settings

The Flask extension reads its settings from `app.config` and, where they are
missing there, from the environment. `syncd` has more places: a flag comes before the
file of `--use-config`, that before the environment, and that before the default. One
environment can thus configure both. `syncd settings` prints what counts and where it
comes from; [command_line.md](command_line.md) has the commands.

Booleans are written `yes`, `1`, `on`, `true` or `no`, `0`, `off`, `false`. Lists
are written with commas; a flag that takes a list may be repeated instead. A variable
that is empty says nothing. One that begins with `DOCSYNC_` and is no setting is
a warning when syncd starts.

A file of settings is YAML. Its keys are the names of flags or variables, in any case,
with or without `DOCSYNC_`:

```yaml
port: 5100
allow-websocket-origin: [https://example.com, https://www.example.com]
keep_alive: 30000
```

<!-- Written by tools/settings_page.py from syncd/config/. -->
"""


def page() -> str:
    """Return the text of the page."""
    parts = [HEAD]
    for topic, group in groupby(settings(), lambda setting: setting.topic):
        parts += [f"## {topic}\n", *(_section(setting) for setting in group)]
    return "\n".join(parts)


def _section(setting: Setting) -> str:
    facts = {
        "read by": " and ".join(
            {"flask": "the Flask extension", "syncd": "`syncd`"}[reader]
            for reader in setting.readers
        ),
        "flag": _flag(setting),
        "also": f"`{setting.synonym}`" if setting.synonym else "",
        "values": ", ".join(f"`{choice}`" for choice in setting.choices),
        "default": _default(setting),
    }
    lines = [f"- {name}: {fact}" for name, fact in facts.items() if fact]
    words = (
        f"{setting.help} No effect: {setting.note}." if setting.note else setting.help
    )
    return "\n".join([f"### `{setting.env}`", "", words, "", *lines, ""])


def _flag(setting: Setting) -> str:
    if setting.flag is None:
        return ""
    return f"`{setting.flag}`" + (", with one word or several" if setting.words else "")


def _default(setting: Setting) -> str:
    match setting.default:
        case None | () | "":
            return "not set"
        case True:
            return "`yes`"
        case False:
            return "`no`"
        case value:
            return f"`{value}` {setting.unit}".rstrip()


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
