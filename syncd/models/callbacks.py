"""What happens in the browser without Python being asked."""

import re
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from syncd.model import Model
from syncd.model.kinds import StrKind
from syncd.models.layouts import LayoutDOM


__all__ = [
    "AddressKind",
    "Callback",
    "Coded",
    "CustomCode",
    "CustomJS",
    "DocumentEvents",
    "FieldLink",
    "OpenURL",
    "SetValue",
    "ToggleVisibility",
    "origin_of",
]

_ORIGIN = re.compile(
    r"https?://[a-z0-9.-]+(:[0-9]+)?(?=[/?#]|\Z)", re.IGNORECASE | re.ASCII
)
_SCHEME = re.compile(r"([^/?#:]*):")

# Browsers leave these out wherever they stand in an address.
_INVISIBLE = str.maketrans("", "", "\t\n\r")


class AddressKind(StrKind):
    """An address that opening cannot run code with."""

    expected = "an address of http, https, mailto or tel, or one without a scheme"
    schemes = frozenset({"http", "https", "mailto", "tel"})

    def check(self, value: Any) -> str:
        """Return the address, or raise `ValueError`."""
        text = super().check(value)
        seen = text.translate(_INVISIBLE).lstrip("".join(map(chr, range(0x21))))
        scheme = _SCHEME.match(seen)
        if scheme is not None and scheme[1].lower() not in self.schemes:
            raise ValueError
        return text


def origin_of(address: str) -> str | None:
    """Return the scheme and host of an address; without any it is the page's."""
    found = _ORIGIN.match(address)
    return None if found is None else found[0]


class Coded(Model, part=True):
    """What may have code of the application's own.

    Only Python can make and change one: what a browser asks for is refused, so
    that nobody who sees a document can have code run by the others who do.
    """

    runs_in_browser: ClassVar[bool] = True


class Callback(Coded):
    """Something that the browser does when a model changes or an event happens.

    Only Python says when that is: what runs at a click must not run at every drawing.
    """

    runs_when_called: ClassVar[bool] = True


class CustomCode(Callback):
    """What runs code of the application's own."""


class CustomJS(CustomCode):
    """JavaScript of the application's own.

    The page's Content Security Policy must allow it with ``script-src
    'unsafe-eval'``. The code is never to be made of what visitors can write.
    """

    args: dict[str, Any] = {}
    "Values and models by the names under which the code knows them."

    code: str = ""
    "The body of a function with ``cb_obj`` and ``cb_data``, or a module."

    module: Literal["auto"] | bool = "auto"
    "Whether the code is a module; by default it is if it has a default export."

    @classmethod
    def from_file(cls, path: str | Path, **args: Any) -> "CustomJS":
        """Read the code from a file: ``.js`` is a function, ``.mjs`` a module.

        Args:
            path: The file.
            **args: Values and models for the code.

        Raises:
            RuntimeError: The file has another suffix.
        """
        file = Path(path)
        if file.suffix not in {".js", ".mjs"}:
            message = f"expected a *.js or *.mjs file, got {path}"
            raise RuntimeError(message)
        code = file.read_text(encoding="utf-8")
        return cls(args=args, code=code, module=file.suffix == ".mjs")


class SetValue(Callback):
    """Sets a field of a model to a value that is known beforehand."""

    obj: Model | None = None
    "The model whose field is set."

    attr: str = ""
    "The name of its field."

    value: Any = None
    "The value, as the browser is told it."

    def __init__(self, *args: Any, **values: Any) -> None:
        if len(args) > len(_SET_VALUE):
            message = f"SetValue takes {', '.join(_SET_VALUE)}, got {len(args)} values"
            raise TypeError(message)
        values = {**dict(zip(_SET_VALUE, args, strict=False)), **values}
        obj, attr = values.get("obj"), values.get("attr")
        if isinstance(obj, Model) and isinstance(attr, str) and "value" in values:
            values["value"] = _on_wire(obj, attr, values["value"])
        super().__init__(**values)


_SET_VALUE = ("obj", "attr", "value")


def _on_wire(model: Model, name: str, value: Any) -> Any:
    """Return a value as the browser is told it, or raise if the field refuses it."""
    target = model.fields().get(name)
    if target is None:
        getattr(model, name)  # raises, and knows what was meant
        message = f"{name!r} is not a property of {model!r}"
        raise ValueError(message)
    return target.kind.to_wire(target.check(model, value))


class OpenURL(Callback):
    """Opens an address in another tab of the browser, or in the same."""

    url: Annotated[str, AddressKind()] = "http://"
    "The address; one that would run code, such as ``javascript:``, is refused."

    same_tab: bool = False
    "Whether it takes the place of the page."


class ToggleVisibility(Callback):
    """Hides what is shown, and shows what is hidden."""

    target: LayoutDOM | None = None
    "What is shown or hidden."


class FieldLink(Callback):
    """Gives a field of another model the value of one that has changed."""

    attr: str = ""
    "The name of the field that has changed."

    other: Model | None = None
    "The model that follows."

    other_attr: str = ""
    "The name of its field."

    attr_selector: int | str | None = None
    "The index or the key of the part of the value that it gets; all if ``None``."


class DocumentEvents(Model):
    """Tells browsers which events of the document matter, and what to do then.

    A document has at most one, which is no root.
    """
