# ruff: noqa: D102  # documented by Kind
"""What is seen of a gesture: a box or an outline with looks of its own."""

from collections.abc import Callable
from typing import Any

from syncd.errors import ModelError, UnknownFieldError
from syncd.model import Model
from syncd.model.kinds import ModelKind
from syncd.models.annotations import BoxAnnotation, PolyAnnotation


__all__ = ["OverlayKind", "box_overlay", "poly_overlay"]

_LOOKS: dict[str, Any] = {
    "level": "overlay",
    "visible": False,
    "editable": True,
    "fill_color": "lightgrey",
    "fill_alpha": 0.5,
    "line_color": "black",
    "line_alpha": 1.0,
    "line_width": 2,
    "line_dash": [4, 4],
}


class OverlayKind(ModelKind):
    """An annotation; a dict stands for the usual one with these fields changed."""

    makes_models = True

    def __init__(self, make: Callable[[], Model]) -> None:
        cls = type(make())
        super().__init__(cls)
        self._make = make
        self.expected = f"a {cls.__name__}, or a dict of its fields"

    def check(self, value: Any) -> Any:
        if isinstance(value, dict):
            return super().check(self._made(value))
        return super().check(value)

    def explain(self, value: Any) -> str:
        if isinstance(value, dict):
            try:
                self._made(value)
            except ValueError as error:
                return f"{self.expected}: {error}"
        return self.expected

    def _made(self, fields: dict[Any, Any]) -> Model:
        made = self._make()
        known = made.fields()
        for name in fields:
            # Attributes are no fields; other names are told what they are by `update`.
            if name not in known and hasattr(type(made), str(name)):
                raise ValueError(str(UnknownFieldError(made.type, name)))
        try:
            made.update(**fields)
        except (TypeError, ModelError) as error:
            raise ValueError(str(error)) from None
        return made


def box_overlay() -> BoxAnnotation:
    """Return what a box looks like while it is drawn."""
    return BoxAnnotation(**_LOOKS)


def poly_overlay() -> PolyAnnotation:
    """Return what an outline looks like while it is drawn."""
    return PolyAnnotation(**_LOOKS)
