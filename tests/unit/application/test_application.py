"""Applications made of handlers."""

import asyncio
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from support.coroutine import run
from syncd.application import Application
from syncd.application.handlers import (
    DirectoryHandler,
    FunctionHandler,
    Handler,
    NotebookHandler,
    ScriptHandler,
)
from syncd.apps import find_applications, load_application
from syncd.document import Document, curdoc
from syncd.errors import ConfigError
from syncd.models import Slider


SCRIPT = "from syncd.io import curdoc\nfrom syncd.models import Div\n"


def add_slider(doc: Document) -> None:
    assert curdoc() is doc
    doc.add_root(Slider(name="from a function"))


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "words.py"
    path.write_text(SCRIPT + "curdoc().add_root(Div(text='said', name=__name__))\n")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "folder"
    (path / "static").mkdir(parents=True)
    (path / "main.py").write_text(SCRIPT + "curdoc().add_root(Div(text='main'))\n")
    (path / "app_hooks.py").write_text(
        "seen = []\n"
        "def on_session_created(context): context.seen.append('folder')\n"
        "def process_request(request): return {'folder': request}\n"
    )
    return path


def test_handlers_build_a_document_one_after_another(script: Path) -> None:
    application = Application(
        FunctionHandler(add_slider), ScriptHandler(filename=script)
    )
    document = application.create_document()
    slider, div = document.roots
    assert (slider.name, div.text) == ("from a function", "said")
    assert application.create_document().roots[0] is not slider
    for callback in document.take_session_destroyed():
        callback(None)
    assert div.name not in sys.modules


def test_a_function_takes_the_document() -> None:
    with pytest.raises(ValueError, match=r"func\(doc\)"):
        FunctionHandler(lambda: None)


def test_what_a_function_raises_is_raised_or_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def breaks(doc: Document) -> None:
        doc.add_root(Slider())
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Application(FunctionHandler(breaks)).create_document()
    trapped = Application(FunctionHandler(breaks, trap_exceptions=True))
    assert len(trapped.create_document().roots) == 1
    assert "ZeroDivisionError" in caplog.text


def test_a_notebook_is_a_handler(tmp_path: Path) -> None:
    path = tmp_path / "note.ipynb"
    path.write_text(
        '{"cells": [{"cell_type": "code", "source": ["import syncd.io\\n",'
        ' "syncd.io.curdoc().title = \\"noted\\""]}], "nbformat": 4}'
    )
    document = Application(NotebookHandler(filename=path)).create_document()
    assert document.title == "noted"


def test_only_one_handler_may_have_static_files(folder: Path) -> None:
    application = Application(DirectoryHandler(filename=folder))
    assert application.static_path == str(folder / "static")
    with pytest.raises(RuntimeError, match="more than one static path"):
        application.add(DirectoryHandler(filename=folder))
    assert len(application.handlers) == 1


def test_an_application_is_served_where_it_is_told_or_where_a_handler_says(
    script: Path, folder: Path
) -> None:
    application = Application(
        FunctionHandler(add_slider), DirectoryHandler(filename=folder)
    )
    found = find_applications({"/here": application, "/": application})
    assert list(found) == ["/", "/here"]
    served = load_application(application)
    assert (served.route, served.static) == ("/folder", folder / "static")
    assert (
        load_application(Application(ScriptHandler(filename=script))).route == "/words"
    )
    with pytest.raises(ConfigError, match="a route for it"):
        load_application(Application(FunctionHandler(add_slider)))


def test_what_is_served_builds_documents_and_forgets_its_modules(script: Path) -> None:
    application = Application(ScriptHandler(filename=script))
    execution = find_applications({"/here": application})["/here"].execution()
    document = Document()
    execution(document)
    name = document.roots[0].name
    assert name in sys.modules
    execution.end(document, asyncio.run)
    assert name not in sys.modules


def test_the_hooks_of_all_handlers_are_called(folder: Path) -> None:
    class Own(Handler):
        def modify_document(self, doc: Document) -> None:
            doc.title = "own"

        async def on_session_created(self, session_context: Any) -> None:
            session_context.seen.append("own")

        def process_request(self, request: Any) -> Any:
            return {"own": request}

    hooks = Application(Own(), DirectoryHandler(filename=folder)).served("/x").hooks
    context = SimpleNamespace(seen=[])
    assert hooks.on_session_created is not None
    assert hooks.process_request is not None
    assert hooks.on_server_loaded is None
    run(hooks.on_session_created(context))
    assert context.seen == ["own", "folder"]
    told = run(hooks.process_request("r"))
    assert told == {"own": "r", "folder": "r"}


def test_metadata_may_be_a_function(caplog: pytest.LogCaptureFixture) -> None:
    numbers = iter([1, 2])
    application = Application(metadata=lambda: {"n": next(numbers)}).served("/x")
    assert [application.told_metadata() for _ in range(3)] == [{"n": 1}, {"n": 2}, {}]
    assert "StopIteration" in caplog.text
    assert Application(metadata={"a": 1}).served("/x").told_metadata() == {"a": 1}
    assert (
        Application(metadata=lambda: {"a": object()}).served("/").told_metadata() == {}
    )
