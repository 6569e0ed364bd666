"""Glyphs from the arguments that authors write for them."""

from __future__ import annotations

import difflib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from syncd.errors import UnknownFieldError
from syncd.model.foreign import rows_of
from syncd.model.inert import is_inert
from syncd.model.spec import SpecKind
from syncd.models import (
    ColumnDataSource,
    GlyphRenderer,
    ImageRGBA,
    ImageStack,
    WebDataSource,
)


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from syncd.models import Glyph

__all__ = ["FADED", "GlyphCall", "make_renderer"]

_log = logging.getLogger("syncd.plotting")

_RENDERER_FIELDS = frozenset(
    {
        "name",
        "tags",
        "level",
        "visible",
        "muted",
        "x_range_name",
        "y_range_name",
        "view",
        "coordinates",
        "group",
    }
)
_VARIANTS = ("hover", "selection", "nonselection", "muted")
_VISUALS = ("line", "fill", "text", "hatch", "global")
FADED: Mapping[str, float | None] = {"nonselection": 0.1, "muted": 0.2}
"""How much is left of what steps back, where its author does not say."""
_SHORTHANDS = ("alpha", "color")
"""What is taken for every glyph, with or without lines, fills and texts."""
_ARGUMENTS = ("legend_field", "legend_group", "legend_label", "source")
"""What methods take beside fields."""
_APART = frozenset({"fill_color", "fill_alpha"})
"""With one of these, an area does not look as its hatch does if ``color`` stands for both."""
_NESTED = frozenset({"xs", "ys"})
"""Fields that have a sequence for each row."""
_DEFAULTS = {"line_color": "#1f77b4", "fill_color": "#1f77b4"}
"""The looks of a glyph whose author does not say; words have the page's colour then."""


_ELSEWHERE = {
    **dict.fromkeys(("label", "legend_text"), "legend_label"),
    **dict.fromkeys(("lw", "linewidth"), "line_width"),
    **dict.fromkeys(("ls", "linestyle"), "line_dash"),
    **dict.fromkeys(("s", "ms", "markersize"), "size"),
    **dict.fromkeys(("c", "colour"), "color"),
    **dict.fromkeys(("data", "df", "dataframe"), "source"),
    "opacity": "alpha",
    "zorder": "level",
}
"""What other libraries call things, and what they are called here."""

_SURE = 0.7
"""How alike two names are, of 1, when one is told as what may have been meant."""


@dataclass(frozen=True, slots=True)
class GlyphCall:
    """What an author wrote to have rows drawn as glyphs."""

    cls: type[Glyph]
    names: tuple[str, ...]
    """The fields that may be given by position."""

    args: tuple[Any, ...]
    values: dict[str, Any]


def make_renderer(
    call: GlyphCall, faded: Mapping[str, float | None] = FADED
) -> GlyphRenderer:
    """Return what draws the rows that an author gave.

    Sequences become columns named like their fields; the name of a column,
    or one value for all rows, is left in the glyph.

    Args:
        call: What the author wrote.
        faded: How much is left of what steps back, by the state; ``None`` is all of it.

    Raises:
        ValueError: Sequences were given beside a source of their own.
        UnknownFieldError: The glyph has no such field.
    """
    values = _by_name(call)
    fields = {name: values.pop(name) for name in _RENDERER_FIELDS & values.keys()}
    source = values.pop("source", None)
    variants = _variants(values)
    _expand_shorthands(call.cls, values)
    _check_names(call.cls, values)
    for name, look in _DEFAULTS.items():
        if name in call.cls.fields():
            values.setdefault(name, look)
    given = source is not None
    if source is None:
        source = ColumnDataSource()
    elif not isinstance(source, ColumnDataSource):
        source = ColumnDataSource(source)
    _move_sequences(call.cls, values, source, given=given)
    for variant, changed in variants.items():
        share = faded.get(variant)
        if changed:
            if share is not None:
                changed.setdefault("alpha", share)
            _expand_shorthands(call.cls, changed)
            _check_names(call.cls, changed, f"{variant}_")
            fields[f"{variant}_glyph"] = call.cls(**values | changed)
        elif variant in faded:
            fields[f"{variant}_glyph"] = share
    glyph = call.cls(**values)
    _warn_of_missing(glyph, source)
    return GlyphRenderer(data_source=source, glyph=glyph, **fields)


def _by_name(call: GlyphCall) -> dict[str, Any]:
    if len(call.args) > len(call.names):
        message = (
            f"{call.cls.type_name} takes at most {len(call.names)} arguments by position"
            f" ({', '.join(call.names)}), got {len(call.args)}"
        )
        raise TypeError(message)
    values = dict(zip(call.names, call.args, strict=False))
    twice = values.keys() & call.values.keys()
    if twice:
        message = f"{call.cls.type_name} got {sorted(twice)} twice"
        raise TypeError(message)
    return values | call.values


def _variants(values: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Take the values out whose names begin with a variant's, for each of these."""
    found: dict[str, dict[str, Any]] = {name: {} for name in _VARIANTS}
    for name in [*values]:
        variant, _, rest = name.partition("_")
        if rest and variant in found:
            found[variant][rest] = values.pop(name)
    return found


def _expand_shorthands(cls: type[Glyph], values: dict[str, Any]) -> None:
    """Let names such as ``color`` and ``width`` stand for those of line, fill and text."""
    fields = cls.fields()
    seen = bool(values.keys() & _APART)  # before `alpha` has its part in them
    for shorthand in values.keys() - fields.keys():
        names = [f"{visual}_{shorthand}" for visual in _VISUALS]
        meant = [name for name in names if name in fields]
        if not meant and shorthand not in _SHORTHANDS:
            continue
        if shorthand == "color" and not seen:
            # A hatch of the colour below it is invisible.
            meant = [name for name in meant if name != "hatch_color"]
        value = values.pop(shorthand)
        for name in meant:
            values.setdefault(name, value)


def _check_names(cls: type[Glyph], values: dict[str, Any], prefix: str = "") -> None:
    """Refuse what neither a glyph nor a method takes, with what was meant.

    Raises:
        UnknownFieldError: There is such a name.
    """
    fields = cls.fields()
    for name in values.keys() - fields.keys():
        if hasattr(cls, name) or is_inert(cls, name):
            continue
        known = [*_SHORTHANDS, *fields]
        if not prefix:
            known += [*_RENDERER_FIELDS, *_ARGUMENTS]
        near = [_ELSEWHERE[name]] if name in _ELSEWHERE else []
        if not set(near) & set(known):
            near = difflib.get_close_matches(name, known, 1, _SURE)
        raise UnknownFieldError(
            cls.type_name, prefix + name, prefix + near[0] if near else None
        )


def _move_sequences(
    cls: type[Glyph], values: dict[str, Any], source: ColumnDataSource, *, given: bool
) -> None:
    """Put sequences into the source and their columns' names into the values."""
    fields = cls.fields()
    columns = {
        name: column
        for name, value in values.items()
        if name in fields
        and isinstance(fields[name].kind, SpecKind)
        and _is_sequence(column := rows_of(value), name)
    }
    if not columns:
        return
    for name, column in columns.items():
        _check_shape(cls, name, column)
    if given:
        message = (
            f"{cls.type_name} got sequences for {', '.join(sorted(columns))} beside a"
            " source: name columns of the source instead, or give all data directly"
        )
        raise RuntimeError(message)
    source.data = columns
    for name in columns:
        values[name] = {"field": name}


def _check_shape(cls: type[Glyph], name: str, column: Any) -> None:
    """Refuse an array whose rows are not what a field means; nothing would be drawn.

    Raises:
        ValueError: Its dimensions are too many, or too few for pictures.
    """
    shape = getattr(column, "shape", None)
    if shape is None:
        return
    dimensions = len(shape)
    if name == "image":
        layers = issubclass(cls, ImageStack) or (
            issubclass(cls, ImageRGBA) and column.dtype.itemsize == 1
        )
        if dimensions != (3 if layers else 2):
            return
        reason = "which is one picture: [image] is a column of it"
    elif dimensions <= 1 or name in _NESTED or name.endswith("color"):
        return
    else:
        reason = "expected one dimension; take one of its columns, or .ravel()"
    raise ValueError(f"{cls.type_name}.{name} is an array of shape {shape}, {reason}")


def _is_sequence(value: Any, field: str) -> bool:
    """Tell a column from one value for all rows."""
    if isinstance(value, str | bytes | dict) or not hasattr(value, "__len__"):
        return False
    if field == "anchor":
        return not isinstance(value, tuple)
    if field.endswith("_dash"):
        return not _are_numbers(value)  # the lengths of one dash
    is_color = field.endswith("color") and isinstance(value, tuple)
    return not (is_color and len(value) in {3, 4} and _are_numbers(value))


def _are_numbers(values: Iterable[Any]) -> bool:
    return all(isinstance(value, int | float) for value in values)


def _warn_of_missing(glyph: Glyph, source: ColumnDataSource) -> None:
    """Log the columns that a glyph names and its source does not have."""
    named = {}
    for name, field in glyph.fields().items():
        if isinstance(field.kind, SpecKind):
            told = glyph.wire_value(name)
            if isinstance(told, dict) and "field" in told:
                named[name] = told["field"]
    if "hatch_pattern" in named and named["hatch_pattern"] in glyph.hatch_extra:
        del named["hatch_pattern"]
    missing = {name: col for name, col in named.items() if col not in source.data}
    # What pages fetch, only they know.
    if missing and not isinstance(source, WebDataSource):
        _log.warning(
            "%s names columns that its source does not have (yet): %s; there are %s",
            glyph.type,
            ", ".join(f"{name}={column!r}" for name, column in missing.items()),
            list(source.data),
        )
