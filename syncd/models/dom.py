"""Small documents: words, markup and elements with others inside.

They are what tooltips are made of where words alone do not do, and stand in a page
by themselves, with figures and widgets inside.

The names are those of elements, so they are imported from here:
``from syncd.models.dom import Div, HTML, ValueRef``.
"""

import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from syncd.model import Model
from syncd.model.kinds import DictKind, NoneKind, StrKind, UnionKind
from syncd.models.callbacks import CustomJS
from syncd.models.hovering import CustomJSHover
from syncd.models.layouts import UIElement
from syncd.models.renderers import RendererGroup


__all__ = [
    "HTML",
    "Action",
    "ColorRef",
    "DOMElement",
    "DOMNode",
    "Div",
    "Index",
    "Placeholder",
    "Span",
    "Table",
    "TableRow",
    "Template",
    "Text",
    "ToggleGroup",
    "ValueOf",
    "ValueRef",
]


_REF = re.compile(r"<ref\b[^>]*>\s*</ref>", re.IGNORECASE)
_STYLE = DictKind(StrKind(), UnionKind([StrKind(), NoneKind()]))


class DOMNode(Model):
    """A part of a small document."""


class DOMText(DOMNode):
    """Words, never markup."""

    content: str = ""
    "What is written there, as it is."


class DOMElement(DOMNode):
    """A part that has a look, and others inside."""

    style: Annotated[dict[str, str | None], _STYLE] = {}
    "CSS properties by name: a dict, or a `syncd.models.Styles`."

    children: list[str | DOMNode | UIElement] = []
    "What is inside, in this order; strings are words, never markup."


class DOMSpan(DOMElement):
    """A part within a line."""


class DOMDiv(DOMElement):
    """A part with lines of its own."""


class DOMTable(DOMElement):
    """Rows with cells that stand below each other."""


class DOMTableRow(DOMElement):
    """A row of a table; each child is in a cell."""


class HTML(DOMElement):
    """Markup, of which only what is harmless is shown, with other parts within.

    Args:
        *html: Strings with markup and parts, one after another.
        refs: Parts for the ``<ref id="…"></ref>`` in the markup, in this order.
        **values: The fields.

    Raises:
        ValueError: ``html`` was given by position and by name.
    """

    html: str | list[str | DOMNode | UIElement] = ""
    "The markup, or strings with markup and parts that are joined in this order."

    def __init__(
        self,
        *html: str | DOMNode | UIElement,
        refs: Sequence[DOMNode | UIElement] = (),
        **values: Any,
    ) -> None:
        if html:
            if "html" in values:
                message = "the markup was given twice: by position and as 'html'"
                raise ValueError(message)
            values["html"] = html[0] if len(html) == 1 else list(html)
            if isinstance(values["html"], Model):
                values["html"] = list(html)
        if refs:
            values["html"] = _with_refs(values.get("html", ""), refs)
        super().__init__(**values)


def _with_refs(html: Any, refs: Sequence[DOMNode | UIElement]) -> list[Any]:
    """Return pieces of markup with parts in place of the elements that refer to them."""
    parts = iter(refs)
    pieces: list[Any] = []
    for piece in [html] if isinstance(html, str) else html:
        if not isinstance(piece, str):
            pieces.append(piece)
            continue
        first, *others = _REF.split(piece)
        pieces.append(first)
        for other in others:
            # They go by their order: ids in markup that was written before are others.
            pieces += [part for part in (next(parts, None),) if part is not None]
            pieces.append(other)
    return pieces


class Placeholder(DOMElement):
    """What something about the row that is pointed at is written into."""


class Index(Placeholder):
    """The number of the row, counted from 0."""


class ValueOf(Placeholder):
    """The value of a field of a model, as it is now."""

    obj: Model | None = None
    "The model; without one nothing is written."

    attr: str = ""
    "The name of the field."

    def __init__(self, obj: Model | None = None, attr: str = "", **values: Any) -> None:
        values.update(obj=obj, attr=attr)
        super().__init__(**values)


class ValueRef(Placeholder):
    """The value that a column has for the row."""

    field: str = ""
    "The name of the column."

    format: str | None = None
    "How it is written, in the way of the formatter."

    formatter: (
        Literal["raw", "basic", "numeral", "printf", "datetime"]
        | CustomJSHover
        | CustomJS
    ) = "raw"
    "What ``format`` means, or code that writes the value."


class ColorRef(ValueRef):
    """The colour that a column has for the row."""

    hex: bool = True
    "Whether it is written with hexadecimal digits."

    swatch: bool = True
    "Whether a small square has the colour."


class Action(Model):
    """What happens besides when a small document is about another row."""


class ToggleGroup(Action):
    """Shows the renderers of one group, and hides those of the others."""

    groups: list[RendererGroup] = []
    "The groups: the one whose place is the number of the row is shown."


class Template(DOMElement):
    """A small document about the row that is pointed at."""

    actions: list[Action] = []
    "What happens when it is about another row."


Text = DOMText
Span = DOMSpan
Div = DOMDiv
Table = DOMTable
TableRow = DOMTableRow
