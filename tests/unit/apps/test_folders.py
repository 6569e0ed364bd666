"""Applications that are folders: each optional part takes effect when present."""

import logging
import sys

import pytest

from syncd.apps import find_applications, load_application
from syncd.document import Document, current
from syncd.errors import AppError, ConfigError


@pytest.fixture
def folder(tmp_path):
    def folder(**files):
        for name, text in files.items():
            path = tmp_path / "myapp" / FILES.get(name, f"{name}.py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return tmp_path / "myapp"

    return folder


FILES = {
    "init": "__init__.py",
    "notebook": "main.ipynb",
    "theme": "theme.yaml",
    "template": "templates/index.html",
    "style": "static/special.css",
}


def run(path, *argv):
    """Run an application once; return its document and its globals."""
    document = Document()
    execution = load_application(path, argv).execution()
    with current(document):
        execution(document)
    found = dict(vars(sys.modules[execution.module_name]))
    execution.close()
    return document, found


def test_the_route_is_the_folders_name_with_or_without_a_slash(folder, monkeypatch):
    path = folder(main="")
    assert list(find_applications([path, f"{path}/"])) == ["/myapp"]
    monkeypatch.chdir(path)
    assert list(find_applications(["."])) == ["/myapp"]


def test_a_folder_without_a_main_is_an_error_that_names_it(folder):
    with pytest.raises(ConfigError, match=r"main\.py or main\.ipynb"):
        load_application(folder(helpers=""))


def test_a_main_knows_its_file_and_its_arguments(folder):
    path = folder(main="import sys\nargv = sys.argv\n")
    _, found = run(path, "--N", "5")
    assert found["__file__"] == str(path / "main.py")
    assert found["argv"] == ["main.py", "--N", "5"]


def test_neighbours_are_imported_once_for_all_sessions(folder):
    path = folder(
        main="import docsync_test_helpers as helpers\n",
        docsync_test_helpers="",
    )
    one, two = run(path)[1], run(path)[1]
    assert one["helpers"] is two["helpers"]
    assert str(path) not in sys.path
    del sys.modules["docsync_test_helpers"]


def test_a_change_of_the_working_directory_is_undone(folder, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    path = folder(main="import os\nos.chdir('/')\nfound = os.getcwd()\n")
    _, found = run(path)
    assert found["found"] == "/"
    assert str(tmp_path) == __import__("os").getcwd()


def test_a_folder_that_is_a_package_may_import_from_itself(folder):
    path = folder(
        init="loads = []\n",
        parts="from . import loads\nloads.append(1)\n",
        main="from . import loads\nfrom .parts import loads as same\n",
    )
    application = load_application(path)
    for _ in range(2):
        document = Document()
        execution = application.execution()
        execution(document)
        module = sys.modules[execution.module_name]
        assert module.loads is module.same
        assert module.loads == [1]
        execution.close()


def test_a_package_that_fails_is_found_at_the_start(folder):
    with pytest.raises(AppError) as caught:
        load_application(folder(init="1 / 0\n", main=""))
    assert isinstance(caught.value.cause, ZeroDivisionError)


def test_hooks_are_any_of_those_that_there_are(folder):
    hooks = load_application(
        folder(main="", app_hooks="async def on_session_created(context): ...\n")
    ).hooks
    assert hooks.on_session_created is not None
    assert hooks.on_server_loaded is None


@pytest.mark.parametrize(
    "text", ["def on_server_loaded(): ...\n", "async def process_request(a, b): ...\n"]
)
def test_a_hook_of_other_arguments_is_an_error_at_the_start(folder, text):
    with pytest.raises(AppError, match="must have signature"):
        load_application(folder(main="", server_lifecycle=text))


def test_hooks_in_two_files_are_an_error(folder):
    with pytest.raises(ConfigError, match="not both"):
        load_application(folder(main="", app_hooks="", server_lifecycle=""))


def test_hooks_that_cannot_be_loaded_are_an_error_at_the_start(folder):
    with pytest.raises(AppError, match="ModuleNotFoundError"):
        load_application(folder(main="", app_hooks="import no_such_module_at_all\n"))


def test_hooks_may_import_neighbours(folder):
    path = folder(
        main="", app_hooks="import docsync_test_state\n", docsync_test_state=""
    )
    load_application(path)
    del sys.modules["docsync_test_state"]


def test_hooks_may_define_dataclasses_with_annotations_as_texts(folder):
    text = (
        "from __future__ import annotations\n"
        "from dataclasses import dataclass\n"
        "@dataclass\n"
        "class Visit:\n"
        "    number: int = 0\n"
        "def on_server_loaded(context):\n"
        "    return Visit\n"
    )
    hooks = load_application(folder(main="", app_hooks=text)).hooks
    visit = hooks.on_server_loaded(None)
    assert vars(sys.modules[visit.__module__])["Visit"] is visit


def test_hooks_that_fail_leave_no_module_behind(folder):
    before = {*sys.modules}
    with pytest.raises(AppError):
        load_application(folder(main="", app_hooks="1 / 0\n"))
    assert not [name for name in {*sys.modules} - before if "hooks" in name]


def test_a_theme_is_what_new_documents_look_like(folder):
    document, _ = run(
        folder(
            theme="attrs:\n  Slider:\n    step: 5\n  Figure:\n    width: 111\n",
            main=(
                "from syncd.io import curdoc\n"
                "from syncd.models import Slider\n"
                "curdoc().add_root(Slider())\n"
                "curdoc().add_root(Slider(step=2))\n"
            ),
        )
    )
    assert [slider.step for slider in document.roots] == [5, 2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("attrs: [", "while parsing"),
        ("- 1\n", "a theme is a mapping"),
        ("colors: {}\n", "a theme is a mapping"),
        ("attrs: {Figure: 5}\n", "expected a mapping"),
        ("attrs: {Figure: {widht: 5}}\n", "did you mean 'width'"),
        ("attrs: {Figure: {width: wide}}\n", "Figure.width is 'wide'"),
        ("attrs: !!python/object:os.system {}\n", "could not determine"),
    ],
)
def test_a_theme_that_is_none_is_an_error_at_the_start(folder, text, words):
    with pytest.raises(ConfigError, match=words) as caught:
        load_application(folder(main="", theme=text))
    assert "theme.yaml" in str(caught.value)


def test_classes_that_nobody_knows_may_be_in_a_theme(folder):
    load_application(folder(main="", theme="attrs: {SomebodyElses: {a: 1}}\n"))


def test_a_template_that_is_none_is_an_error_at_the_start(folder):
    with pytest.raises(AppError, match="TemplateSyntaxError"):
        load_application(folder(main="", template="{% block %}"))


def test_static_files_are_where_they_are(folder):
    path = folder(main="", style="")
    assert load_application(path).static == path / "static"
    assert load_application(path / "main.py").static is None


def test_whoever_serves_a_main_is_told_to_serve_the_folder(folder, caplog):
    path = folder(main="")
    with caplog.at_level(logging.WARNING):
        assert load_application(path / "main.py").route == "/main"
    assert f"serve the folder {path}" in caplog.text


def test_of_two_mains_the_script_is_served(folder, caplog):
    path = folder(main="x = 1\n", notebook="{}")
    assert run(path)[1]["x"] == 1
    assert "main.ipynb" in caplog.text
