"""Legends from the words that authors give with their glyphs."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from syncd.errors import shown
from syncd.models import Legend, LegendItem


if TYPE_CHECKING:
    from syncd.models import Figure, GlyphRenderer

__all__ = ["LegendWords", "describe"]

_MEANT = {
    "legend_label": "the words of the entry: a string",
    "legend_field": "the name of a column that has the words: a string",
    "legend_group": "the name of a column to group by: a string",
}

_KEYS = (*_MEANT, "legend")


class LegendWords:
    """What an author wrote for the legend beside one glyph."""

    def __init__(self, values: dict[str, Any]) -> None:
        """Take the words out of the arguments of a glyph.

        Raises:
            ValueError: More than one kind of words was given, or something else
                than words.
        """
        given = {key: values.pop(key) for key in _KEYS if values.get(key) is not None}
        for key in _KEYS:
            values.pop(key, None)
        if len(given) > 1:
            message = f"a glyph takes one of {', '.join(_KEYS)}, got {', '.join(given)}"
            raise ValueError(message)
        for key, words in given.items():
            if key != "legend" and not isinstance(words, str):
                message = f"{key} is {shown(words)}, expected {_MEANT[key]}"
                raise ValueError(message)
        self.key: str | None = next(iter(given), None)
        self.words: Any = next(iter(given.values()), None)

    def check(self, renderer: GlyphRenderer) -> None:
        """Refuse to group by a column that a renderer's source does not have.

        Raises:
            ValueError: It is not there.
        """
        columns = renderer.data_source.data
        if self.key == "legend_group" and self.words not in columns:
            message = (
                f"legend_group is {self.words!r}, which is no column of the source"
                f" ({', '.join(columns)})"
            )
            raise ValueError(message)


def describe(figure: Figure, renderer: GlyphRenderer, said: LegendWords) -> None:
    """Say in the figure's legend what a renderer shows."""
    if said.key is None:
        return
    legend = _legend_of(figure)
    if said.key == "legend_group":
        legend.items.extend(_groups(renderer, said.words))
        return
    fresh = LegendItem(label=_label(renderer, said), renderers=[renderer])
    for item in legend.items:
        if item.label == fresh.label:
            item.renderers.append(renderer)
            return
    legend.items.append(fresh)


def _label(renderer: GlyphRenderer, said: LegendWords) -> dict[str, str]:
    """Return what the words mean: themselves, or the words of a column."""
    words = said.words
    if said.key == "legend" and isinstance(words, dict) and len(words) == 1:
        ((kind, words),) = words.items()
        if kind in {"field", "value"}:
            return {kind: str(words)}
    column = said.key == "legend_field"
    if said.key == "legend":  # Bokeh's oldest form means either
        column = isinstance(words, str) and words in renderer.data_source.data
    return {"field" if column else "value": str(words)}


def _legend_of(figure: Figure) -> Legend:
    """Return the figure's legend; make one if there is none."""
    present = list(figure.legend)
    if present:
        return present[0]  # type: ignore[no-any-return]
    legend = Legend()
    figure.add_layout(legend)
    return legend


def _groups(renderer: GlyphRenderer, column: str) -> list[LegendItem]:
    """Return an entry for each distinct value of a column, in their order."""
    first: dict[str, tuple[Any, int]] = {}
    for index, value in enumerate(renderer.data_source.data[column]):
        first.setdefault(str(value), (value, index))
    groups = list(first.items())
    # What cannot be compared stays in the order of the rows.
    with suppress(TypeError, ValueError):
        groups = sorted(groups, key=lambda group: group[1][0])
    return [
        LegendItem(label={"value": words}, renderers=[renderer], index=index)
        for words, (_, index) in groups
    ]
