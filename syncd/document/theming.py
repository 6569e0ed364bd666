# ruff: noqa: SLF001  # models, their fields and their document are one mechanism
"""What a theme does to the models of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from weakref import WeakKeyDictionary

from syncd.model import FieldChanged
from syncd.themes import Theme, built_in_theme


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from syncd.model import Change, Model

__all__ = ["Theming"]


class Theming:
    """The theme of one document, and which values came from it.

    A theme stands in for defaults: a field that the application has set is its
    own, and stays when the theme changes.
    """

    __slots__ = ("_dressed", "theme")

    usual: ClassVar[Theme] = Theme(json={})
    """The theme of documents that have no other; it changes nothing."""

    def __init__(self) -> None:
        self.theme = self.usual
        self._dressed: WeakKeyDictionary[Model, dict[str, Any]] = WeakKeyDictionary()

    @classmethod
    def choose(cls, theme: Any) -> Theme:
        """Return a theme by itself or by its name; ``None`` is the usual one.

        Raises:
            ValueError: There is no such theme, or it does not fit the models.
        """
        if theme is None:
            return cls.usual
        if isinstance(theme, str):
            theme = built_in_theme(theme)
        if not isinstance(theme, Theme):
            message = f"a theme is a Theme or the name of one, got {theme!r}"
            raise ValueError(message)  # noqa: TRY004  # as Bokeh's authors expect
        theme.check()
        return theme

    def dress(self, models: Iterable[Model]) -> None:
        """Give models that are about to join what the theme has for them."""
        for model in models:
            dressed = {}
            for name, value in self.theme.values_for(type(model)).items():
                if name not in model._values:
                    dressed[name] = self._put(model, name, value)
            if dressed:
                self._dressed[model] = dressed

    def claim(self, model: Model, name: str) -> None:
        """Take note that the application has set a field itself."""
        dressed = self._dressed.get(model)
        if dressed:
            dressed.pop(name, None)

    def change(
        self,
        theme: Theme,
        models: Iterable[Model],
        note: Callable[..., None],
        announce: Callable[[Change], None],
    ) -> None:
        """Dress members anew; what changes is noted, then announced and called back.

        So callbacks may change what they like, and what one of them raises
        leaves no model as it was before.
        """
        self.theme = theme
        changed: list[tuple[FieldChanged, Any, Any]] = []
        for model in list(models):
            dressed = self._dressed.pop(model, {})
            before = {}
            for name, value in dressed.items():
                if model._values.get(name) is value:
                    before[name] = model._values.pop(name)
            self.dress([model])
            for name in before.keys() | self._dressed.get(model, {}).keys():
                field = model._fields[name]
                old = before.get(name, field.default)
                new = getattr(model, name)
                if old != new:
                    change = FieldChanged(model, name)
                    note(change, refers=field.kind.refers, themed=True)
                    changed.append((change, old, new))
        for change, old, new in changed:
            announce(change)
            change.model.notify(change.field, old, new)

    @staticmethod
    def _put(model: Model, name: str, value: Any) -> Any:
        bound = model._fields[name].bind(model, value)
        model._values[name] = bound
        return bound
