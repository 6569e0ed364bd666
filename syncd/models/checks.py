"""Obvious mistakes in what a document shows."""

import difflib
from collections.abc import Iterable, Iterator
from itertools import chain

from syncd.model import Model
from syncd.model.spec import SpecKind
from syncd.models.annotations import ScaleBar
from syncd.models.layouts import FlexBox
from syncd.models.plots import Figure
from syncd.models.renderers import GlyphRenderer


__all__ = ["mistakes"]


def mistakes(models: Iterable[Model]) -> Iterator[str]:
    """Yield what is wrong with models, in words for their author."""
    for model in models:
        if isinstance(model, Figure):
            if not model.renderers:
                yield f"{model!r} has no renderers, so it shows no data"
            yield from _missing_ranges(model)
        elif isinstance(model, FlexBox) and not model.children:
            yield f"{model!r} has no children, so it shows nothing"
        elif isinstance(model, GlyphRenderer):
            yield from _missing_columns(model)
        elif isinstance(model, ScaleBar) and not model.dimensional.is_known(model.unit):
            known = ", ".join(model.dimensional.units())
            yield (
                f"{model!r} has the unit {model.unit!r}, which {model.dimensional!r}"
                f" does not know; it knows {known or 'none'}"
            )


def _missing_ranges(plot: Figure) -> Iterator[str]:
    """Yield the ranges that something of a figure is drawn by, and the figure has not."""
    sides = (plot.above, plot.below, plot.left, plot.right, plot.center)
    for renderer in dict.fromkeys([*plot.renderers, *chain(*sides)]):
        for axis in ("x", "y"):
            name = getattr(renderer, f"{axis}_range_name", "default")
            known = getattr(plot, f"extra_{axis}_ranges")
            if name == "default" or name in known:
                continue
            near = ", ".join(map(repr, known)) or "none"
            yield (
                f"{renderer!r} has the {axis}_range_name {name!r}, which is not among"
                f" the extra_{axis}_ranges of {plot!r}; these are {near}"
            )


def _missing_columns(renderer: GlyphRenderer) -> Iterator[str]:
    """Yield the columns that a glyph is drawn from and its source has not."""
    glyph, source = renderer.glyph, renderer.data_source
    for name, target in glyph.fields().items():
        if not isinstance(target.kind, SpecKind):
            continue
        value = glyph.wire_value(name)
        column = value.get("field") if isinstance(value, dict) else None
        if column is None or column in source.data:
            continue
        near = difflib.get_close_matches(column, source.data, 1)
        hint = f"; near it is {near[0]!r}" if near else ""
        yield (
            f"{glyph!r} takes {name!r} from the column {column!r}, which {source!r}"
            f" has not{hint}"
        )
