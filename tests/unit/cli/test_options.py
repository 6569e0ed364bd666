"""Command lines in the forms that guides have."""

import click
import pytest
from click.testing import CliRunner

from syncd.cli.options import ServeCommand, setting_options
from syncd.config import UNAVAILABLE, settings


@pytest.fixture
def parse():
    def parse(*args):
        found = {}

        @click.command(cls=ServeCommand)
        @click.argument("paths", nargs=-1)
        @setting_options()
        @click.pass_context
        def command(context, paths, **given):
            found.update({k: v for k, v in given.items() if v is not None})
            found["paths"] = paths
            found["args"] = context.meta.get("--args")

        result = CliRunner().invoke(command, [str(arg) for arg in args])
        assert result.exit_code == 0, result.output
        return found

    return parse


def test_an_option_takes_several_words(parse):
    found = parse("--include-headers", "Accept", "User-Agent", "--port", "1", "app.py")
    assert found["include_headers"] == ("Accept", "User-Agent")
    assert found["paths"] == ("app.py",)


@pytest.mark.parametrize("path", ["app.py", "app.ipynb", "some/app"])
def test_an_application_is_no_word_of_an_option(path, parse):
    found = parse("--exclude-cookies", "a", "b", path)
    assert found["exclude_cookies"] == ("a", "b")
    assert found["paths"] == (path,)


def test_a_folder_is_no_word_of_an_option(parse, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "myapp").mkdir()
    assert parse("--include-headers", "Accept", "myapp")["paths"] == ("myapp",)


def test_an_option_of_one_word_takes_one(parse):
    found = parse("--allow-websocket-origin", "a.com", "app")
    assert found["allow_websocket_origin"] == ("a.com",)
    assert found["paths"] == ("app",)


def test_an_option_of_several_words_may_be_repeated_or_have_an_equals_sign(parse):
    found = parse("--include-headers=A", "--include-headers", "B", "C")
    assert found["include_headers"] == ("A", "B", "C")


def test_what_follows_args_is_the_applications(parse):
    found = parse("app.py", "--port", "1", "--args", "--port", "2", "--help", "--args")
    assert found["args"] == ("--port", "2", "--help", "--args")
    assert (found["paths"], found["port"]) == (("app.py",), "1")


def test_nothing_may_follow_args(parse):
    assert parse("app.py", "--args")["args"] == ()
    assert parse("app.py")["args"] is None


def test_what_there_is_not_yet_is_understood_and_not_offered():
    command = click.Command("x", callback=setting_options()(lambda **given: None))
    command = setting_options()(command)
    flags = {name for option in command.params for name in option.opts}
    assert {one.flag for one in UNAVAILABLE if one.flag} <= flags
    assert {setting.flag for setting in settings() if setting.flag} <= flags
