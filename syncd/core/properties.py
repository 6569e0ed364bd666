"""Properties, and specs that say whether they mean a value or a column.

With properties applications declare models of their own, as Bokeh's authors do::

    class Params(DataModel):
        gain = Float(default=1.0, help="How loud it is.")
        names = List(String)

An annotation with a default says the same: ``gain: float = 1.0``.
"""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING

from syncd.absent import refuse_imports
from syncd.core.declaring import (
    JSON,
    Alpha,
    Angle,
    AnyProperty,
    Auto,
    Bool,
    Byte,
    Color,
    ColumnData,
    Date,
    Datetime,
    Dict,
    Either,
    Enum,
    Float,
    Instance,
    InstanceDefault,
    Int,
    Interval,
    List,
    NonNegative,
    Null,
    Nullable,
    Override,
    Percent,
    Positive,
    Property,
    Regex,
    Seq,
    Size,
    String,
    Struct,
    TimeDelta,
    Tuple,
)
from syncd.core.further import (
    ColorHex,
    DashPattern,
    Factor,
    FactorSeq,
    FontSize,
    HatchPatternType,
    MarkerType,
    MathString,
    NonEmpty,
    Required,
    validate,
    without_property_validation,
)
from syncd.model.spec import Spec


if TYPE_CHECKING:
    from syncd.model import Model

__all__ = [
    "JSON",
    "Alpha",
    "Angle",
    "Any",
    "Auto",
    "Bool",
    "Byte",
    "Color",
    "ColorHex",
    "ColumnData",
    "DashPattern",
    "Date",
    "Datetime",
    "Dict",
    "Either",
    "Enum",
    "Factor",
    "FactorSeq",
    "Float",
    "FontSize",
    "HatchPatternType",
    "Instance",
    "InstanceDefault",
    "Int",
    "Interval",
    "List",
    "MarkerType",
    "MathString",
    "NonEmpty",
    "NonNegative",
    "Null",
    "Nullable",
    "Override",
    "Percent",
    "Positive",
    "Property",
    "Regex",
    "Required",
    "Seq",
    "Size",
    "String",
    "Struct",
    "TimeDelta",
    "Tuple",
    "expr",
    "field",
    "validate",
    "value",
    "without_property_validation",
]

Any = AnyProperty


def value(
    val: typing.Any, transform: Model | None = None, units: str | None = None
) -> Spec:
    """Return a spec of one value for all rows, even if it looks like a column.

    Args:
        val: The value.
        transform: What the browser makes of it.
        units: What it counts, such as ``screen`` or ``deg``.
    """
    return _spec("value", val, transform, units)


def field(name: str, transform: Model | None = None, units: str | None = None) -> Spec:
    """Return a spec of a column with a value for each row.

    Args:
        name: The name of the column.
        transform: What the browser makes of its values.
        units: What they count, such as ``screen`` or ``deg``.
    """
    return _spec("field", name, transform, units)


def expr(
    expression: Model, transform: Model | None = None, units: str | None = None
) -> Spec:
    """Return a spec of what the browser computes for each row.

    Args:
        expression: What computes it, such as ``CumSum(field="share")``.
        transform: What the browser makes of the values.
        units: What they count, such as ``screen`` or ``deg``.
    """
    return _spec("expr", expression, transform, units)


def _spec(
    key: str, what: typing.Any, transform: Model | None, units: str | None
) -> Spec:
    spec = {key: what, "transform": transform, "units": units}
    return Spec(
        {name: part for name, part in spec.items() if part is not None or name == key}
    )


if not TYPE_CHECKING:  # type checkers know by themselves what is not there
    __getattr__ = refuse_imports(
        __name__, "an annotation such as `size: float = 1.0` declares a field, too"
    )
