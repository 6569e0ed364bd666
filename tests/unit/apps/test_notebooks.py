"""Notebooks: their code as a script, without what is not Python."""

import json
import traceback

import pytest

from syncd.apps import load_application
from syncd.apps.notebook import read_notebook
from syncd.document import Document
from syncd.errors import AppError


@pytest.fixture
def notebook(tmp_path):
    def notebook(*cells, name="app.ipynb"):
        content = {
            "cells": [
                {"cell_type": "markdown", "source": ["# not code"]},
                *({"cell_type": "code", "source": cell} for cell in cells),
            ],
            "nbformat": 4,
        }
        path = tmp_path / name
        path.write_text(json.dumps(content))
        return path

    return notebook


def run(path):
    document = Document()
    execution = load_application(path).execution()
    execution(document)
    return execution


def test_cells_run_one_after_another_in_one_module(notebook):
    path = notebook(
        ["a = 1\n", "b = a"],
        "from syncd.io import curdoc\nfound = (a + b, __file__)\nprint(found)",
    )
    assert load_application(path).route == "/app"
    run(path).close()


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("%matplotlib inline\nx = 1", "pass\nx = 1"),
        ("!pip install x\nx = 1", "pass\nx = 1"),
        ("?print\nprint?\nobj.name??\nx = 1", "pass\npass\npass\nx = 1"),
        ("files = !ls\nt = %timeit -o f()\nx = 1", "pass\npass\nx = 1"),
        ("if 1:\n    %matplotlib inline\nx = 1", "if 1:\n    pass\nx = 1"),
        ("%%time\nx = 1", "pass\nx = 1"),
        ("\n%%bash\nrm -rf x\n", ""),
        ("%%javascript\nx = 1", ""),
        ("!pip install \\\n  'x\nx = 1", "pass\n\nx = 1"),
        ("x = 1\n!echo it's (\n", "x = 1\npass\n"),
        ("!ls \\\n", "pass\n"),
    ],
)
def test_what_is_not_python_is_dropped_and_lines_stay_where_they_are(
    notebook, source, left
):
    assert read_notebook(notebook(source))[0].source == left


@pytest.mark.parametrize(
    "source", ["x = (7\n  % 4)", 'text = """\n%matplotlib\n!"""', "# what?"]
)
def test_python_is_left_alone(notebook, source):
    assert read_notebook(notebook(source))[0].source == source


@pytest.mark.parametrize(
    "source",
    [
        "x = f(1)  # really?",
        "x = f(1)  # it's [one?",
        'text = """\nWhat?\n%d \\""" of them\n!\n"""',
        "text = r'''\n?\n''' + 'a\\'\\\n%'",
        "x = (7\n  % 4)\ny = [\n# what?\n  ')',\n  7\n  % x?,\n]",
        "x = 7 \\\n  % 4",
        "if x:\n    f('a?')\nelse:\n    y = '''\n%matplotlib'''",
        'x = """a"""\ny = """b"""',
    ],
)
def test_the_rest_of_a_cell_with_a_magic_is_left_alone(notebook, source):
    cell = f"%matplotlib inline\n{source}\n"
    assert read_notebook(notebook(cell))[0].source == f"pass\n{source}\n"


def test_an_error_tells_the_cell_and_its_line(notebook):
    path = notebook("x = 1", "%matplotlib inline\n\n1 / 0")
    with pytest.raises(ZeroDivisionError) as caught:
        run(path)
    last = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert last.filename == f"{path} (code cell 2)"
    assert (last.lineno, last.line) == (3, "1 / 0")


def test_a_syntax_error_does_so_at_the_start(notebook):
    path = notebook("x = 1", "\nx =")
    with pytest.raises(AppError) as caught:
        load_application(path)
    assert caught.value.cause.filename.endswith("app.ipynb (code cell 2)")
    assert caught.value.cause.lineno == 2


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"cells": 5}', '{"cells": [{"cell_type": "code"}]}']
)
def test_what_is_no_notebook_is_an_error(tmp_path, text):
    path = tmp_path / "app.ipynb"
    path.write_text(text)
    with pytest.raises(AppError, match="not a notebook"):
        load_application(path)


def test_a_notebook_may_be_the_main_of_a_folder(notebook, tmp_path):
    (tmp_path / "book").mkdir()
    notebook("x = 1", name="book/main.ipynb")
    assert load_application(tmp_path / "book").route == "/book"
