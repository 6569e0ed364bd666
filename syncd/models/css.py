"""What elements on the page look like."""

from typing import Any


__all__ = ["Styles"]


class Styles(dict[str, str | None]):
    """CSS properties by name, with underscores for hyphens.

    It is a dict whose items are attributes, too, and it is taken wherever a dict of
    properties is. Fields keep what it holds when they are set.
    """

    def __init__(self, **properties: str | None) -> None:
        super().__init__(properties)

    def __getattr__(self, name: str) -> Any:
        if name[:1] == "_":
            raise AttributeError(name)
        return self.get(name)

    def __setattr__(self, name: str, value: str | None) -> None:
        self[name] = value
