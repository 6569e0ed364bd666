"""Write ``docs/reference/``: every model, event, tool and palette.

Names, types, defaults and meanings stand in the code, once; these pages repeat them,
one page a module, in the order of the code. A test fails while they differ.
"""

import inspect
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import syncd.model
import syncd.models
import syncd.plotting
from syncd import events, palettes
from syncd.model import Field, Model
from syncd.model.kinds import Kind
from syncd.model.registry import registered
from syncd.models import Figure
from syncd.plotting import figure
from syncd.plotting.tools import DEFAULT_TOOLS, tool_words
from syncd.themes import built_in_themes


FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"

_PREFIX = f"{syncd.models.__name__}."

_HEAD = "<!-- Written by tools/reference_pages.py from the code; `make docs`. -->\n"

_INDEX = """\
# Reference

Every model with its fields: what they take, their defaults and what they mean. A field
that takes a *column* has one value for all rows, or the name of a column that has one a
row; `value()` and `field()` of `syncd.core.properties` say which where a text could be
either, and `transform=` beside `field()` names a transform. All models are importable
from `syncd.models`.

- [figure.md](figure.md): `figure`, and its methods that draw
- [model.md](model.md): what all models have
- [events.md](events.md): what people do, and what browsers tell
- [tool_names.md](tool_names.md): the words that `figure(tools=…)` takes
- [palettes.md](palettes.md): palettes and themes

## All models

"""

_EVENTS = """\
`model.on_event(Tap, callback)` calls back with one of these, and so does
`document.on_event`; the names work in `js_on_event`, too.
"""

_TOOLS = """\
`figure(tools=…)` takes tools, words, or words with commas between them. Without it a
figure has\
"""

_INTERNAL = frozenset(
    {
        *("compile_kind", "forget_drops", "held", "notify", "release"),
        *("wire_fields", "wire_value"),
    }
)
"""Methods of models that documents call, and nobody else."""

_PLAIN = {
    "any": "anything",
    "bool": "`True` or `False`",
    "color": "colour",
    "columns": "columns",
    "datetime": "time",
    "null": "`None`",
    "string": "text",
}


def pages() -> dict[str, str]:
    """Return the texts of all pages by the names of their files."""
    by_module: dict[str, list[type[Model]]] = {}
    for cls in _vocabulary():
        by_module.setdefault(cls.__module__, []).append(cls)
    texts = {
        _page_of(module): _module_page(module, classes)
        for module, classes in by_module.items()
    }
    texts["figure.md"] = _figure_page()
    texts["model.md"] = _section(Model).replace("## Model", "# Model", 1)
    texts["events.md"] = _events_page()
    texts["tool_names.md"] = _tools_page()
    texts["palettes.md"] = _palettes_page()
    texts["README.md"] = _INDEX + "".join(
        f"- {_linked(cls)}: {_first(cls)}\n"
        for cls in sorted(_vocabulary(), key=lambda cls: cls.__name__)
        if not cls.is_part
    )
    return {name: _HEAD + "\n" + text for name, text in texts.items()}


def _vocabulary() -> list[type[Model]]:
    """Return the public models and the parts that they share, in the code's order."""
    classes = {
        base
        for cls in registered().values()
        for base in cls.__mro__
        if issubclass(base, Model)
        and base.__module__.startswith(_PREFIX)
        and base.__name__[:1] != "_"
        and (base is cls or base.is_part)
    }
    return sorted(classes, key=lambda cls: (cls.__module__, _line_of(cls)))


def _line_of(cls: type) -> int:
    return inspect.getsourcelines(cls)[1]


def _page_of(module: str) -> str:
    return f"{module.removeprefix(_PREFIX).replace('.', '_')}.md"


def _linked(cls: type[Model]) -> str:
    page = "model.md" if cls is Model else _page_of(cls.__module__)
    return f"[{cls.__name__}]({page}#{cls.__name__.lower()})"


def _module_page(module: str, classes: Iterable[type[Model]]) -> str:
    doc = _prose(inspect.getdoc(inspect.getmodule(next(iter(classes)))) or "")
    return "\n".join([f"# `{module}`\n", f"{doc}\n", *map(_section, classes)])


def _figure_page() -> str:
    """Return the page of what is a model with methods."""
    doc = _prose(inspect.getdoc(figure) or "")
    head = f"# figure\n\n{doc}\n\nHas all of {_linked(Figure)}.\n"
    return "\n".join([head, *_members(figure, syncd.plotting.__name__), ""])


def _section(cls: type[Model]) -> str:
    """Return what there is to know of a class."""
    parts = [f"## {cls.__name__}\n", f"{_prose(inspect.getdoc(cls) or '')}\n"]
    hidden, bases = _bases_of(cls)
    if bases:
        parts.append(f"Has all of {', '.join(map(_linked, bases))}.\n")
    own = [item for item in cls.fields().values() if item.owner in {cls, *hidden}]
    if own:
        parts += ["| field | takes | default | |", "|---|---|---|---|"]
        parts.append("".join(_field_row(cls, item) for item in own))
    package = syncd.model.__name__ if cls is Model else cls.__module__
    return "\n".join([*parts, *_members(cls, package), ""])


def _bases_of(cls: type[Model]) -> tuple[list[type], list[type[Model]]]:
    """Return the bases whose names are private, and the nearest others."""
    hidden: list[type] = []
    shown: list[type[Model]] = []
    waiting = [] if cls is Model else list(cls.__bases__)
    while waiting:
        base = waiting.pop(0)
        if base.__name__[:1] == "_":
            hidden.append(base)
            waiting += base.__bases__
        elif issubclass(base, Model):
            shown.append(base)
    return hidden, list(dict.fromkeys(shown))


def _members(cls: type, package: str) -> list[str]:
    """Return a line for each property and method that a class has from a package."""
    found: dict[str, str] = {}
    for base in cls.__mro__:
        if base.__module__.startswith(package):
            for name, member in vars(base).items():
                if name[:1] != "_" and name not in _INTERNAL:
                    found.setdefault(name, _member(name, member))
    return [line for _, line in sorted(found.items()) if line]


def _field_row(cls: type[Model], item: Field) -> str:
    return _row(
        f"`{item.name}`", _words(item.kind), _default(item), _meaning(cls, item)
    )


def _row(*cells: str) -> str:
    inner = " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {inner} |\n"


def _meaning(cls: type[Model], item: Field) -> str:
    """Return what a field means, perhaps in the words of a base."""
    docs = (
        base.fields()[item.name].doc
        for base in cls.__mro__
        if issubclass(base, Model) and item.name in base.fields()
    )
    return _prose(next(filter(None, docs), ""))


def _member(name: str, member: Any) -> str:
    """Return a line about a property or a method, and none about anything else."""
    if isinstance(member, property):
        words, call = _first(member.fget), ""
    else:
        function = getattr(member, "__func__", member)
        if not inspect.isfunction(function):
            return ""
        words, call = _first(function), _arguments(function)
    return f"- `{name}{call}`: {words}" if words else ""


def _arguments(function: Any) -> str:
    """Return the names of a function's arguments, as it is written."""
    stars = {
        inspect.Parameter.VAR_POSITIONAL: "*",
        inspect.Parameter.VAR_KEYWORD: "**",
    }
    names = [
        stars[item.kind] + name if item.kind in stars else name
        for name, item in inspect.signature(function).parameters.items()
        if name not in {"self", "cls"}
    ]
    return f"({', '.join(names)})"


def _first(described: Any) -> str:
    """Return the first paragraph of a docstring."""
    return " ".join(
        _prose(inspect.getdoc(described) or "").partition("\n\n")[0].split()
    )


def _prose(doc: str) -> str:
    """Return a docstring as Markdown has it, with arguments as a list."""
    text = doc.replace("``", "`").replace("<", "&lt;")
    text = re.sub(r"^(Args|Returns|Raises):$", r"\1:\n", text, flags=re.MULTILINE)
    text = re.sub(r"^    (\*{0,2}\w+): ", r"- `\1`: ", text, flags=re.MULTILINE)
    return re.sub(r"^ {6,8}(?=\S)", "  ", text, flags=re.MULTILINE)


def _default(item: Field) -> str:
    if item.factory is not None:
        made = item.factory()
        return f"a {type(made).__name__}" if isinstance(made, Model) else "made anew"
    text = repr(item.default)
    if len(text) > 60:  # noqa: PLR2004  # more would be a table by itself
        text = f"{text[:50]}…"
    return f"`{text}`"


# What fields take


def _words(kind: Kind) -> str:
    """Return what a kind of field takes; its own words where it has some."""
    schema = kind.schema()
    words = _described(schema)
    special = schema["kind"] in {"string", "integer"} and "expected" in vars(type(kind))
    return _prose(kind.expected) if special and _is_refined(kind) else words


def _is_refined(kind: Kind) -> bool:
    return type(kind).__module__ != Kind.__module__


def _described(schema: dict[str, Any]) -> str:
    """Return a description in words."""
    name = schema["kind"]
    if name in _PLAIN:
        return _PLAIN[name]
    if name in _RANGES:
        return _RANGES[name] + _range(schema)
    return _COMPOSITES[name](schema)


_RANGES = {"integer": "integer", "number": "number"}

_COMPOSITES: dict[str, Callable[[dict[str, Any]], str]] = {
    "dict": lambda schema: f"dict of {_described(schema['item'])}",
    "enum": lambda schema: ", ".join(f"`{value!r}`" for value in schema["values"]),
    "list": lambda schema: f"list of {_described(schema['item'])}",
    "ref": lambda schema: _referred(schema["type"]),
    "spec": lambda schema: f"column, or {_described(schema['base'])}",
    "tuple": lambda schema: f"({', '.join(map(_described, schema['items']))})",
    "union": lambda schema: " or ".join(
        dict.fromkeys(map(_described, schema["options"]))
    ),
}


def _referred(name: str) -> str:
    cls = Model if name == "Model" else registered()[name]
    return _linked(cls) if cls.__module__.startswith(_PREFIX) else _linked(Model)


def _range(schema: dict[str, Any]) -> str:
    low, high = schema.get("min"), schema.get("max")
    if low is not None and high is not None:
        return f" from {low:g} to {high:g}"
    if low is not None:
        return " above 0" if 0 < low < 1 else f" of at least {low:g}"
    return "" if high is None else f" of at most {high:g}"


# Pages beside the models


def _events_page() -> str:
    """Return the page of events, bases before what derives from them."""
    lines = [
        "# Events\n",
        _EVENTS,
        "| event | name | has | |",
        "|---|---|---|---|",
    ]
    table = ""
    for name in events.__all__:
        cls = getattr(events, name)
        parts = ", ".join(f"`{part}`" for part in cls.parts)
        event_name = f"`{cls.event_name}`" if cls.event_name else ""
        table += _row(f"`{name}`", event_name, parts, _prose(inspect.getdoc(cls) or ""))
    return "\n".join([*lines, table])


def _tools_page() -> str:
    lines = [
        "# Names of tools\n",
        f"{_TOOLS} `{DEFAULT_TOOLS!r}`.\n",
        "| word | tool |",
        "|---|---|",
    ]
    table = ""
    for word, tool in sorted(tool_words().items()):
        held = tool.properties_with_values(include_defaults=False)
        told = ", ".join(f"`{name}={value!r}`" for name, value in held.items())
        table += _row(
            f"`{word}`", " with ".join(filter(None, [_linked(type(tool)), told]))
        )
    return "\n".join([*lines, table])


def _palettes_page() -> str:
    names = [
        name for name in palettes.__all__ if inspect.isfunction(getattr(palettes, name))
    ]
    lines = ["# Palettes and themes\n", f"{_prose(inspect.getdoc(palettes) or '')}\n"]
    for name in names:
        function = getattr(palettes, name)
        lines.append(f"- `{name}{_arguments(function)}`: {_first(function)}")
    lines += ["", "| palettes | numbers of colours |", "|---|---|"]
    table = "".join(
        _row(f"`{name}`", ", ".join(map(str, sorted(sizes))))
        for name, sizes in sorted(palettes.all_palettes.items())
    )
    themes = ", ".join(f"`{name}`" for name in built_in_themes)
    return "\n".join(
        [*lines, f"{table}\n`document.theme` takes the names of themes: {themes}.\n"]
    )


def main() -> None:
    """Write the pages, and take away those of modules that are gone."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
