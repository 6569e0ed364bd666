"""What people do to a figure."""

from syncd.model import Model


__all__ = ["Tool"]


class Tool(Model):
    """What people do to a figure."""

    description: str | None = None
    "What the tool is called; ``None`` calls it by its usual name."

    visible: bool = True
    "Whether the bar shows it."
