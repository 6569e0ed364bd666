"""The command line, without a daemon."""

import subprocess
import sys

from click.testing import CliRunner

from syncd.cli.command import command
from syncd.config import settings


def test_every_flag_is_offered_with_its_variable_and_default():
    text = " ".join(CliRunner().invoke(command, ["serve", "--help"]).output.split())
    found = [setting for setting in settings() if setting.flag]
    assert found
    for setting in found:
        assert setting.flag in text
        assert setting.env in text


def test_the_secret_has_no_flag():
    assert "--secret" not in CliRunner().invoke(command, ["serve", "--help"]).output


def test_only_serve_loads_gevent():
    code = (
        "import sys; sys.argv = ['syncd', 'secret']\n"
        "import syncd.__main__\n"
        "assert 'gevent' not in sys.modules, 'gevent is loaded'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=20)


def test_serve_patches_before_anything_else():
    code = (
        "import sys; sys.argv = ['syncd', 'serve']\n"
        "import syncd.__main__\n"
        "from gevent import monkey\n"
        "assert monkey.is_module_patched('socket')\n"
        "import threading\n"
        "assert monkey.is_object_patched('threading', '_start_new_thread')\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=20)
