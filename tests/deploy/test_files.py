"""The production files parse, and agree with each other and with the settings."""

import configparser
import re
import subprocess

import pytest

from support import needs
from support.daemon import STOP_TIMEOUT
from support.deploy import ROOT, Site, prepare
from syncd.config import Settings, settings


NGINX = ROOT / "nginx" / "docsync.conf"
SUPERVISOR = ROOT / "supervisor" / "docsync.conf"


@pytest.fixture
def site(tmp_path) -> Site:
    needs.program("openssl")
    return prepare(tmp_path)


def programs() -> configparser.RawConfigParser:
    # As supervisord reads it
    parser = configparser.RawConfigParser(inline_comment_prefixes=(";", "#"))
    parser.read(SUPERVISOR)
    return parser


def test_nginx_accepts_its_file(site):
    result = subprocess.run(
        [needs.program("nginx"), "-t", "-c", site.nginx_config],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert "warn" not in result.stderr


def test_supervisor_runs_one_syncd_and_one_site():
    assert [name for name in programs().sections() if name.startswith("program:")] == [
        "program:syncd",
        "program:flask",
    ]


@pytest.mark.parametrize("program", ["program:syncd", "program:flask"])
def test_supervisor_stops_whole_groups_and_keeps_a_log(program):
    section = programs()[program]
    assert section["stopasgroup"] == section["killasgroup"] == "true"
    assert section["stdout_logfile"].startswith("/var/log/docsync/")


def test_both_programs_get_the_same_secret_key_and_no_file_holds_it():
    sections = [programs()["program:syncd"], programs()["program:flask"]]
    key = 'DOCSYNC_SECRET_KEY="%(ENV_DOCSYNC_SECRET_KEY)s"'
    assert all(key in section["environment"] for section in sections)


def test_addresses_agree():
    nginx, supervisor = NGINX.read_text(), SUPERVISOR.read_text()
    assert "server 127.0.0.1:8000;" in nginx
    assert "--bind 127.0.0.1:8000" in supervisor
    assert "server 127.0.0.1:5006;" in nginx
    assert "--address 127.0.0.1 --port 5006" in supervisor
    socket = "unix:///srv/docsync/run/control.sock"
    assert f"--control-bind {socket}" in supervisor
    assert f'DOCSYNC_CONTROL_URL="{socket}"' in supervisor


def test_nginx_does_not_know_the_control_listener():
    directives = re.sub(r"(?m)#.*$", "", NGINX.read_text())
    assert "control.sock" not in directives
    assert "5007" not in directives


def test_nginx_waits_longer_than_syncd_is_silent():
    waits = re.findall(r"proxy_(?:read|send)_timeout (\d+)s;", NGINX.read_text())
    assert len(waits) == 2
    # A ping and its answer may each be late once.
    assert all(int(wait) * 1000 > 2 * Settings().keep_alive_ms for wait in waits)


def test_syncd_takes_the_flags_it_is_given():
    command = programs()["program:syncd"]["command"]
    flags = set(re.findall(r"--[a-z-]+", command))
    assert flags
    assert flags <= {setting.flag for setting in settings()}


def test_the_site_is_given_settings_that_exist():
    environment = programs()["program:flask"]["environment"]
    names = set(re.findall(r"\b(DOCSYNC_\w+)=", environment))
    assert names
    assert names <= {setting.env for setting in settings()}


def test_the_stop_times_leave_syncd_its_farewell():
    assert int(programs()["program:syncd"]["stopwaitsecs"]) > STOP_TIMEOUT
