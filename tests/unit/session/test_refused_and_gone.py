"""What was refused goes at once; the garbage collector comes too late for megabytes."""

import gc
import weakref
from collections.abc import Iterator
from typing import Any

import pytest

from support.bench import Bench
from syncd.protocol import (
    ClientPatch,
    NewModel,
    PatchRows,
    Reference,
    ReplaceColumns,
    SetField,
    StreamRows,
    UIEvent,
)
from syncd.session import Received


class Rows(list[Any]):
    """A list that tells when it has gone."""


@pytest.fixture
def without_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def patch(change: Any, **members: Any) -> ClientPatch:
    return ClientPatch(seq=1, base=0, changes=[change], **members)


def messages(rows: Rows) -> dict[str, Any]:
    model = NewModel(id=-1, type="Knob", fields={"value": rows})
    stray = {"kind": "a", "of": [Reference(99)]}
    return {
        "a value": patch(SetField(model=1, field="value", value=rows)),
        "a field": patch(SetField(model=1, field="nothing", value=rows)),
        "a model": patch(SetField(model=9, field="value", value=rows)),
        "a reference": patch(SetField(model=1, field="data", value=[stray, rows])),
        "a new model": patch(
            SetField(model=1, field="child", value=Reference(-1)), models=[model]
        ),
        "a revision": ClientPatch(
            seq=1, base=7, changes=[SetField(model=1, field="value", value=rows)]
        ),
        "rows": patch(StreamRows(model=1, field="data", columns={"x": rows})),
        "columns": patch(ReplaceColumns(model=1, field="data", columns={"x": rows})),
        "cells": patch(PatchRows(model=1, field="data", patches={"x": [(99, rows)]})),
        "an event": UIEvent(seq=1, name="button_click", model=9, detail={"a": rows}),
        "a detail": UIEvent(
            seq=1, name="document_ready", detail={"a": rows, "b": Reference(9)}
        ),
    }


@pytest.mark.usefixtures("without_collector")
@pytest.mark.parametrize("what", messages(Rows()))
def test_a_message_that_was_refused_is_let_go(bench: Bench, what: str) -> None:
    rows = Rows([1])
    gone = weakref.ref(rows)
    bench.session.put(Received(bench.watch(), messages(rows)[what]))
    del rows
    bench.run()
    assert gone() is None
