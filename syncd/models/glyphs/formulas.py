"""Texts that are formulas."""

from typing import Literal

from syncd.models.glyphs.basic import Text


__all__ = ["MathMLGlyph", "MathTextGlyph", "TeXGlyph"]


class MathTextGlyph(Text):
    """A formula at each row."""


class MathMLGlyph(MathTextGlyph):
    """A formula in MathML at each row.

    Texts are ``math`` elements with what is in them; anything else is taken out.
    """


class TeXGlyph(MathTextGlyph):
    """A formula in TeX at each row."""

    macros: dict[str, str | tuple[str, int]] = {}
    """What commands of one's own stand for, by their names without the backslash;
    with how many arguments they have, if any."""

    display: Literal["inline", "block", "auto"] = "auto"
    """How texts are read.

    ``"auto"`` takes formulas between ``$$`` and ``$$``, in ``\\[…\\]`` or ``\\(…\\)``, and
    all else as words. With ``"block"`` and ``"inline"`` a whole text is a formula, as
    large as on a line of its own or as small as within one.
    """
