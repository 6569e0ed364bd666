"""``--dev`` and the files after it."""

import click
import pytest
from click.testing import CliRunner

from syncd.cli.dev import DevCommand


@click.command(cls=DevCommand)
@click.argument("paths", nargs=-1)
@click.option("--dev", is_flag=True)
@click.option("--port")
def serve(paths, dev_files, dev, port):
    click.echo(f"{list(paths)} {list(dev_files)} {dev} {port}")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a.py", "['a.py'] [] False None"),
        ("a.py --dev", "['a.py'] [] True None"),
        ("a.py --dev b.css c.py", "['a.py'] ['b.css', 'c.py'] True None"),
        ("a.py --dev b.css --port 7 d.py", "['a.py', 'd.py'] ['b.css'] True 7"),
        ("--port 7 --dev a.py b.py", "['a.py', 'b.py'] [] True 7"),
    ],
)
def test_words_after_the_option_are_files_if_there_are_applications(words, told):
    assert CliRunner().invoke(serve, words.split()).output.strip() == told
