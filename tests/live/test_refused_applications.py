"""What cannot be served is one line that says why, and exit status 1."""

import subprocess
import sys

import pytest

from support.daemon import START_TIMEOUT


CASES = {
    "missing": ({}, "nope.py", ["nope.py", "that exists"]),
    "other file": ({"app.txt": ""}, "app.txt", ["app.txt", ".py or .ipynb"]),
    "empty folder": ({"app/x.py": ""}, "app", ["main.py or main.ipynb"]),
    "syntax": (
        {"app.py": "import os\nprint(os.path.join('a')\n"},
        "app.py",
        ["app.py:2: SyntaxError: '(' was never closed"],
    ),
    "syntax in a folder": ({"app/main.py": "x ="}, "app", ["main.py:1: SyntaxError"]),
    "syntax in a notebook": (
        {"app.ipynb": '{"cells": [{"cell_type": "code", "source": "x ="}]}'},
        "app.ipynb",
        ["app.ipynb (code cell 1):1: SyntaxError"],
    ),
    "no notebook": ({"app.ipynb": "{"}, "app.ipynb", ["not a notebook"]),
    "theme": (
        {"app/main.py": "", "app/theme.yaml": "attrs: {Slider: {stpe: 1}}"},
        "app",
        ["theme.yaml", "Slider has no field 'stpe'; did you mean 'step'?"],
    ),
    "template": (
        {"app/main.py": "", "app/templates/index.html": "{% if %}"},
        "app",
        ["index.html:1: TemplateSyntaxError"],
    ),
    "hooks": (
        {"app/main.py": "", "app/app_hooks.py": "def on_server_loaded(): ..."},
        "app",
        ["app_hooks.py:1: ", "func(server_context), got on_server_loaded()"],
    ),
    "hooks that fail": (
        {"app/main.py": "", "app/app_hooks.py": "def f():\n    1 / 0\n\nf()"},
        "app",
        ["app_hooks.py:2: ZeroDivisionError: division by zero"],
    ),
    "a package that fails": (
        {"app/main.py": "", "app/__init__.py": "import json\njson.loads('{')"},
        "app",
        ["__init__.py:2: JSONDecodeError"],
    ),
    "a package without a module": (
        {"app/main.py": "", "app/__init__.py": "\nimport missing_here"},
        "app",
        ["__init__.py:2: ModuleNotFoundError: No module named 'missing_here'"],
    ),
    "hooks that exit": (
        {"app/main.py": "", "app/app_hooks.py": "import sys\nsys.exit(3)"},
        "app",
        ["app_hooks.py:2: RuntimeError: app_hooks.py called sys.exit(3)"],
    ),
    "two files of hooks": (
        {"app/main.py": "", "app/app_hooks.py": "", "app/server_lifecycle.py": ""},
        "app",
        ["not both"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_line_says_what_is_wrong(case, tmp_path):
    files, name, words = CASES[case]
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    ended = subprocess.run(
        [sys.executable, "-m", "syncd", "serve", str(tmp_path / name), "--port=0"],
        capture_output=True,
        check=False,
        text=True,
        timeout=START_TIMEOUT,
    )
    assert ended.returncode == 1
    [line] = ended.stderr.splitlines()
    assert line.startswith("syncd: ")
    for word in words:
        assert word in line
