"""The vocabulary as the browser knows it is the vocabulary as Python has it."""

import json
import math
from pathlib import Path

import pytest

from syncd.model import Model
from syncd.model.registry import registered
from syncd.models.schema import main, schema, sources


FOLDER = Path(__file__).parents[2] / "browser" / "src" / "model"

VOCABULARY = {
    name: cls
    for name, cls in registered().items()
    if cls.__module__.startswith("syncd.models.")
}


@pytest.mark.parametrize("name", sources())
def test_the_committed_files_are_what_the_models_say_now(name: str) -> None:
    committed = (FOLDER / name).read_text(encoding="utf-8")
    assert committed == sources()[name], (
        "run: python -m syncd.models.schema browser/src/model"
    )


def test_the_files_share_the_vocabulary_without_a_rest() -> None:
    everything = "".join(sources().values())
    told = {name: everything.count(f"\n  {name}: {{ ") for name in schema()}
    # Of these every page has some fields, and few pages have all.
    twice = {
        "AbstractButton",
        "ColumnDataSource",
        "LayoutDOM",
        "Selection",
        "UIElement",
    }
    assert {name for name, count in told.items() if count != 1} == twice
    assert all(told[name] == 2 for name in twice)


def test_every_class_of_the_vocabulary_is_described() -> None:
    described = schema()
    assert len(VOCABULARY) > 50
    assert described.keys() == {"Model", *VOCABULARY}


def test_defaults_are_found_along_the_bases() -> None:
    described = schema()
    for name, cls in VOCABULARY.items():
        for field in cls.fields().values():
            known = name
            while field.name not in described[known]["fields"]:
                known = described[known]["bases"]
            default = described[known]["fields"][field.name]
            told = cls().wire_value(field.name) if field.factory is None else None
            assert json.dumps(default) == json.dumps(_plain(told)), (name, field.name)


def _plain(value):
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and math.isinf(value):
        # JSON has no such number: it travels in a form of its own.
        return {"$num": "inf" if value > 0 else "-inf"}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


@pytest.mark.parametrize("cls", VOCABULARY.values(), ids=VOCABULARY)
def test_every_field_is_documented_and_takes_its_own_default(cls: type[Model]) -> None:
    for field in cls.fields().values():
        documented = [
            base.fields()[field.name].doc
            for base in cls.__mro__
            if issubclass(base, Model) and field.name in base.fields()
        ]
        assert any(doc.endswith(".") for doc in documented), field.name
        if field.factory is None:
            field.kind.check(field.default)


def test_a_model_nobody_touched_tells_nothing_but_its_sub_models() -> None:
    for cls in VOCABULARY.values():
        model = cls()
        list(model.held())
        made = {item.name for item in cls.fields().values() if item.factory}
        assert model.wire_fields().keys() == made


def test_the_generator_needs_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_the_generator_writes_the_files(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 0
    written = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert written == sources()
