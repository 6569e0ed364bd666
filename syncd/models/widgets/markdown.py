"""Text that is written in Markdown."""

from syncd.models.widgets.widget import Widget


__all__ = [
    "Markdown",
]


class Markdown(Widget):
    """Text in Markdown, of whose markup only what is harmless is shown."""

    text: str = ""
    "What is shown, with tables, lists of tasks and formulas in TeX."

    disable_math: bool = False
    "Whether formulas are shown as they are written."
