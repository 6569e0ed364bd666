"""Obvious mistakes in what a document shows."""

import difflib
from collections.abc import Iterable, Iterator

from syncd.model import Model
from syncd.model.kinds import SpecKind
from syncd.models.annotations import ScaleBar
from syncd.models.layouts import FlexBox
from syncd.models.plots import Figure
from syncd.models.renderers import GlyphRenderer


__all__ = ["mistakes"]


def mistakes(models: Iterable[Model]) -> Iterator[str]:
    """Yield what is wrong with models, in words for their author."""
    for model in models:
        if isinstance(model, Figure) and not model.renderers:
            yield f"{model!r} has no renderers, so it shows no data"
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
