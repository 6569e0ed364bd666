"""`demo.py` starts both programs, and ends them however it is ended."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
import requests

from support.port import free_ports, is_open
from support.tree import ROOT
from support.wait import eventually


DEMO = ROOT / "examples" / "flask_starter" / "demo.py"
PROC = Path("/proc")


class Demo:
    """A running demonstration and what it has said."""

    def __init__(self, **variables):
        self.process = subprocess.Popen(
            [sys.executable, str(DEMO)],
            cwd="/",
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def first_line(self):
        return self.process.stdout.readline()

    def children(self):
        return psutil.Process(self.process.pid).children(recursive=True)

    def end(self):
        """Wait for the end; return status, the rest of stdout, and stderr."""
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out, err


@contextlib.contextmanager
def demo(**variables):
    running = Demo(**variables)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.process.terminate()
            running.process.communicate(timeout=20)


@pytest.fixture
def ports():
    return free_ports(2)


@pytest.fixture
def started(ports):
    port, syncd_port = ports
    with demo(PORT=str(port), SYNCD_PORT=str(syncd_port)) as running:
        line = running.first_line()
        assert f"http://127.0.0.1:{port}/" in line, line
        yield running


def gone(processes):
    return not any(
        process.is_running() and process.status() != psutil.STATUS_ZOMBIE
        for process in processes
    )


def test_it_says_where_to_look_once_both_answer(started, ports):
    port, syncd_port = ports
    assert requests.get(f"http://127.0.0.1:{port}/", timeout=20).status_code == 200
    autoload = f"http://127.0.0.1:{syncd_port}/sliders/autoload.js"
    assert requests.get(autoload, timeout=20).status_code == 200


def test_one_click_leads_to_the_sliders(started, ports):
    url = f"http://127.0.0.1:{ports[0]}"
    with requests.Session() as browser:
        form = browser.get(f"{url}/sliders", timeout=20).text
        fields = dict(re.findall(r'name="(\w+)"[^>]* value="([^"]*)"', form))
        page = browser.post(f"{url}/login", data=fields, timeout=20)
    assert page.url == f"{url}/sliders"
    assert f'url="http://127.0.0.1:{ports[1]}/sliders" token="' in page.text


def test_nobody_gets_in_without_an_id_of_the_site(started, ports):
    url = f"http://127.0.0.1:{ports[1]}"
    assert requests.get(f"{url}/sliders", timeout=20).status_code == 403
    assert requests.get(f"{url}/", timeout=20).status_code == 404


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_both_and_leaves_nothing(started, ports, number):
    children = started.children()
    assert len(children) >= 2
    started.process.send_signal(number)
    status, _, err = started.end()
    assert status == 0, err
    assert "Traceback" not in err
    assert gone(children)
    assert not any(map(is_open, ports))


def test_ctrl_c_of_a_terminal_that_reaches_all_is_no_trouble(started, ports):
    children = started.children()
    # A terminal signals the group; the children have groups of their own.
    os.killpg(started.process.pid, signal.SIGINT)
    assert started.end()[0] == 0
    assert gone(children)


def test_it_can_be_started_again_at_once(ports):
    variables = {"PORT": str(ports[0]), "SYNCD_PORT": str(ports[1])}
    for _ in range(2):
        with demo(**variables) as running:
            assert "http://" in running.first_line()


@pytest.mark.parametrize("name", ["syncd", "gunicorn"])
def test_when_one_ends_so_does_the_other(started, name):
    children = started.children()
    victims = [child for child in children if name in child.cmdline()]
    victims[0].kill()
    status, _, err = started.end()
    assert status == 1
    shown = {"syncd": "syncd", "gunicorn": "Flask"}[name]
    assert f"{shown} has ended by signal 9" in err
    assert "Traceback" not in err
    # A worker of a master that was killed sees so at its next look.
    eventually(lambda: gone(children))


@pytest.mark.skipif(not PROC.exists(), reason="only Linux ends orphans")
def test_when_it_is_killed_nothing_is_left(started, ports):
    children = started.children()
    started.process.kill()
    started.end()
    eventually(lambda: gone(children), "there are processes left")
    assert not any(map(is_open, ports))


@pytest.mark.parametrize("variable", ["PORT", "SYNCD_PORT"])
def test_a_taken_port_is_one_clear_line(ports, variable):
    variables = dict(zip(("PORT", "SYNCD_PORT"), map(str, ports), strict=True))
    with taken(int(variables[variable])), demo(**variables) as running:
        status, out, err = running.end()
    assert status == 1
    assert not out
    assert err == (
        f"port {variables[variable]} is taken; choose another one with {variable}=…\n"
    )


@contextlib.contextmanager
def taken(port):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", port))
        holder.listen()
        yield


@pytest.mark.parametrize("value", ["abc", "0", "65536", "-1", "²", "80 80"])
def test_a_port_that_is_none_is_one_clear_line(value):
    with demo(PORT=value) as running:
        status, _, err = running.end()
    assert status == 1
    assert err.startswith(f"PORT is {value!r}, expected")
    assert err.count("\n") == 1


def test_the_same_port_twice_is_one_clear_line(ports):
    with demo(PORT=str(ports[0]), SYNCD_PORT=str(ports[0])) as running:
        status, _, err = running.end()
    assert status == 1
    assert "must differ" in err
    assert err.count("\n") == 1


def test_settings_of_the_surroundings_do_not_leak_in(ports):
    with demo(
        PORT=str(ports[0]),
        SYNCD_PORT=str(ports[1]),
        DOCSYNC_SECRET_KEY="weak",
        DOCSYNC_PORT="1",
        DOCSYNC_SIGN_SESSIONS="nonsense",
    ) as running:
        assert f":{ports[0]}/" in running.first_line()


def test_a_signal_while_starting_ends_it_quietly(ports):
    with demo(PORT=str(ports[0]), SYNCD_PORT=str(ports[1])) as running:
        eventually(running.children)
        timer = threading.Timer(0.1, running.process.terminate)
        timer.start()
        status, _, err = running.end()
        timer.join()
    assert status == 0, err
    assert not any(map(is_open, ports))
