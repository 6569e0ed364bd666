"""Write ``docs/settings.md`` from the settings record.

A setting is described once, where it is defined; this page repeats it. A test
fails while the two differ.
"""

from pathlib import Path

from syncd.config import Setting, settings


PAGE = Path(__file__).resolve().parent.parent / "docs" / "settings.md"

HEAD = """\
# Settings

The Flask extension reads its settings from `app.config` and, where they are
missing there, from the environment. `syncd serve` reads the environment; a flag on
its command line comes first. One environment can thus configure both.

Booleans are written `yes`, `1`, `on`, `true` or `no`, `0`, `off`, `false`. Lists
are written with commas; a flag that takes a list may be repeated instead.

<!-- Written by tools/settings_page.py from syncd/config.py. -->
"""


def page() -> str:
    """Return the text of the page."""
    return "\n".join([HEAD, *(_section(setting) for setting in settings())])


def _section(setting: Setting) -> str:
    facts = {
        "read by": " and ".join(
            {"flask": "the Flask extension", "syncd": "`syncd`"}[reader]
            for reader in setting.readers
        ),
        "flag": f"`{setting.flag}`" if setting.flag else "",
        "values": ", ".join(f"`{choice}`" for choice in setting.choices),
        "default": _default(setting),
    }
    lines = [f"- {name}: {fact}" for name, fact in facts.items() if fact]
    return "\n".join([f"## `{setting.env}`", "", setting.help, "", *lines, ""])


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
