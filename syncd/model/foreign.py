"""Columns of other libraries, known by their public protocols alone.

pandas, polars, Arrow and whatever speaks as they do: none of them is required, and
none is imported unless an object can be read in no other way. What comes out is an
array or a list, in which a missing value is NaN among numbers, not-a-time among
times, and ``None`` among anything else; times with a zone are in UTC.
"""

from __future__ import annotations

import datetime as dt
import math
import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["read_with", "rows_of"]

_FIXED = frozenset("biufmMSU")
"""The kinds of types whose items are all of one size, and never missing unless they
are numbers or times."""


def rows_of(values: Any) -> Any:
    """Return a column of another library as an array or a list.

    What is no column, or one already, is returned as it is.
    """
    cls = type(values)
    if cls is list or cls is tuple or isinstance(values, str | bytes | Mapping):
        return values
    if hasattr(cls, "__array_interface__"):
        return _unmasked(values) if hasattr(values, "mask") else values
    for tells, convert in _CONVERSIONS:
        if all(hasattr(cls, name) for name in tells):
            return convert(values)
    if isinstance(values, list | tuple) or not isinstance(values, Iterable):
        return values
    return values if _has_buffer(values) else list(values)


def read_with(values: Any, readers: Mapping[str, str]) -> Any:
    """Let a library read what another one exports, or return nothing.

    Those that the application has imported are asked first.

    Args:
        values: What to read.
        readers: The function of each library, as ``module:name``.
    """
    loaded = sorted(readers, key=lambda name: name not in sys.modules)
    for library in loaded:
        module, _, name = readers[library].partition(":")
        try:
            return getattr(import_module(module), name)(values)
        except (ImportError, AttributeError):
            continue
        except (TypeError, ValueError, NotImplementedError):
            continue  # it reads other kinds of things
    return None


def _has_buffer(values: Any) -> bool:
    try:
        memoryview(values)
    except TypeError:
        return False
    return True


def _unmasked(values: Any) -> Any:
    """Return an array without the mask, by which nobody else would go."""
    if not values.mask.any():
        return values.data
    kind = values.dtype.kind
    if kind in "mM":
        return values.filled(values.dtype.type("NaT"))
    if kind in "iuf":
        return values.astype("f8" if kind != "f" else values.dtype).filled(math.nan)
    return values.tolist()


def _from_pandas(values: Any) -> Any:
    """Return the rows of a series, an index, or the array in one of them."""
    dtype = values.dtype
    if not hasattr(dtype, "na_value"):  # one of numpy's
        return values.to_numpy()
    if hasattr(dtype, "tz"):
        return values.to_numpy(dtype=f"datetime64[{dtype.unit}]")
    inner = getattr(getattr(dtype, "categories", None), "dtype", dtype)
    if hasattr(inner, "closed"):  # intervals
        return [None if row != row else str(row) for row in values]  # noqa: PLR0124
    if inner is not dtype and hasattr(inner, "na_value"):
        return _from_pandas(values.astype(inner))
    if hasattr(dtype, "freq"):  # periods, which begin at a time
        return _from_pandas(getattr(values, "dt", values).to_timestamp())
    return _with_gaps(values, dtype.kind)


def _with_gaps(values: Any, kind: str) -> Any:
    """Return rows of pandas of which some may be missing."""
    rows = values.to_numpy()
    if rows.dtype.kind in _FIXED:
        return rows
    if kind in "iuf":
        return values.to_numpy(dtype="float64", na_value=math.nan)
    return values.to_numpy(dtype=object, na_value=None)


def _from_arrow(values: Any) -> Any:
    """Return the rows of an array of Arrow's, in one piece or in several."""
    if hasattr(values.type, "index_type"):
        values = values.cast(values.type.value_type)
    try:
        return values.__array__()
    except (ImportError, AttributeError, NotImplementedError, ValueError):
        return _in_utc(values.to_pylist())


def _from_polars(values: Any) -> Any:
    """Return the rows of a series."""
    if hasattr(values.dtype, "fields"):  # its array would lose their names
        return values.to_list()
    try:
        return values.to_numpy()
    except Exception:  # noqa: BLE001  # it is not there, or has no such numbers
        return _in_utc(values.to_list())


def _in_utc(rows: list[Any]) -> list[Any]:
    """Return rows with their times in UTC, as numpy's array of them would have been."""
    return [
        row.astimezone(dt.UTC) if isinstance(row, dt.datetime) and row.tzinfo else row
        for row in rows
    ]


def _from_capsules(values: Any) -> Any:
    """Return the rows of whatever exports them as Arrow has them in memory."""
    if hasattr(values, "to_pylist") and "pyarrow" not in sys.modules:
        return _in_utc(values.to_pylist())
    column = read_with(
        values,
        {
            "pyarrow": "pyarrow:chunked_array"
            if hasattr(values, "__arrow_c_stream__")
            else "pyarrow:array",
            "polars": "polars:Series",
            "nanoarrow": "nanoarrow:Array",
        },
    )
    if column is None:
        message = (
            f"nothing that is installed can read a {type(values).__name__}; install"
            " pyarrow, polars or nanoarrow, or give a list"
        )
        raise ValueError(message)
    if type(column) is type(values):
        return _in_utc(column.to_pylist())
    return rows_of(column)


_CONVERSIONS: tuple[tuple[tuple[str, ...], Callable[[Any], Any]], ...] = (
    (("isna", "to_numpy", "dtype"), _from_pandas),
    (("to_pylist", "type", "__array__"), _from_arrow),
    (("to_list", "to_numpy", "dtype"), _from_polars),
    (("to_numpy",), lambda values: values.to_numpy()),
    (("__array__",), lambda values: values.__array__()),
    (("__arrow_c_array__",), _from_capsules),
    (("__arrow_c_stream__",), _from_capsules),
)
"""By what a library's columns are known, and how to read them; the first that fits."""
