"""What people read."""

from syncd.models.widgets.widget import Widget


__all__ = [
    "Div",
    "Markup",
    "Paragraph",
    "PreText",
]


class Markup(Widget):
    """What all texts have."""

    text: str = ""
    "What is shown; a `Div` and a `Paragraph` show TeX in it as formulas."

    disable_math: bool = False
    "Whether formulas are shown as they are written."


class Paragraph(Markup):
    """A paragraph of plain text."""


class PreText(Paragraph):
    """Plain text in a fixed-width font that keeps its line breaks."""


class Div(Markup):
    """Text with markup, of which only what is harmless is shown."""

    render_as_text: bool = False
    "Whether markup is shown as it is written."
