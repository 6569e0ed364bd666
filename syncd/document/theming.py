"""What a theme does to the models of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from syncd.model import FieldChanged
from syncd.model.dressing import dress, undress
from syncd.themes import Theme, built_in_theme


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from syncd.model import Change, Model

__all__ = ["Theming"]


class Theming:
    """The theme of one document.

    A theme stands in for defaults: a field that the application has set is its
    own, and stays when the theme changes.
    """

    __slots__ = ("theme",)

    usual: ClassVar[Theme] = Theme(json={})
    """The theme of documents that have no other; it changes nothing."""

    def __init__(self) -> None:
        self.theme = self.usual

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
            dress(model, self.theme.values_for(type(model)))

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
            before = undress(model)
            self.dress([model])
            for name in before.keys() | (model.themed_values() or {}).keys():
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
