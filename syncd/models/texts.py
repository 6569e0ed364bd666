"""Words that say how they are to be read: as TeX, as MathML, or just as words."""

from typing import Any

from syncd.model import Model


__all__ = ["BaseText", "MathML", "MathText", "PlainText", "TeX"]


class BaseText(Model):
    """Words that say how they are to be read; the text may be given without its name."""

    text: str = ""
    "What is written."

    def __init__(self, *args: str, **values: Any) -> None:
        if len(args) > 1:
            message = f"{type(self).__name__} takes one text, not {len(args)}"
            raise TypeError(message)
        super().__init__(**({"text": args[0]} if args else {}), **values)


class MathText(BaseText):
    """A formula."""


class MathML(MathText):
    """A formula in MathML, with its ``math`` element."""


class TeX(MathText):
    """A formula in TeX, without dollars or brackets around it."""

    macros: dict[str, str | tuple[str, int]] = {}
    """What commands of one's own stand for, by their names without the backslash;
    with how many arguments they have, if any."""

    inline: bool = False
    "Whether it is as small as within a line of words."


class PlainText(BaseText):
    """Words in which nothing is read as a formula."""
