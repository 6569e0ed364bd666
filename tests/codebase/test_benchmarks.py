"""The benchmarks can be run, and their load generator counts right."""

import json
import random
import subprocess
import sys

import pytest

from benchmarks import results, runner
from benchmarks.browser import figures as browser_figures
from benchmarks.browser import results as browser_results
from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load.frames import (
    BINARY,
    CLOSE,
    PING,
    TEXT,
    Frame,
    Reader,
    Scanner,
    client_frame,
)
from benchmarks.load.http1 import request, response
from support.tree import ROOT


def server_frame(payload: bytes, opcode: int) -> bytes:
    frame = client_frame(payload, opcode)
    head = len(frame) - len(payload) - 4
    return bytes([frame[0], frame[1] & 0x7F]) + frame[2:head] + payload


def stream(seed: int) -> tuple[list[Frame], bytes]:
    rng = random.Random(seed)
    sizes = (0, 1, 125, 126, 127, 1000, 65_535, 65_536, 70_000)
    frames = []
    for _ in range(40):
        opcode = rng.choice((TEXT, BINARY, BINARY, PING))
        size = rng.randrange(126) if opcode == PING else rng.choice(sizes)
        frames.append(Frame(opcode, rng.randbytes(size)))
    return frames, b"".join(
        server_frame(frame.payload, frame.opcode) for frame in frames
    )


def pieces(data: bytes, seed: int) -> list[bytes]:
    rng = random.Random(seed)
    most = rng.choice((3, 50, 5_000, 300_000))
    found, at = [], 0
    while at < len(data):
        size = rng.randint(1, most)
        found.append(data[at : at + size])
        at += size
    return found


@pytest.mark.parametrize("seed", range(8))
def test_data_frames_are_counted_however_they_are_cut(seed):
    frames, data = stream(seed)
    scanner = Scanner()
    found = sum(scanner.count(piece) for piece in pieces(data, seed))
    assert found == sum(frame.opcode != PING for frame in frames)


@pytest.mark.parametrize("seed", range(8))
def test_frames_are_read_whole_however_they_are_cut(seed):
    frames, data = stream(seed)
    reader, found = Reader(), []
    for piece in pieces(data, seed):
        reader.feed(piece)
        while frame := reader.take():
            found.append(frame)
    assert found == frames
    assert reader.pending == 0


def test_a_goodbye_of_the_server_is_an_error():
    with pytest.raises(ConnectionError, match="closed"):
        Scanner().count(server_frame(b"\x03\xe8", CLOSE))


@pytest.mark.parametrize(
    ("tail", "body"),
    [
        (b"Content-Length: 5\r\n\r\nhello", b"hello"),
        (
            b"Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
            b"hello",
        ),
    ],
)
def test_an_answer_is_there_when_its_last_byte_is(tail, body):
    data = b"HTTP/1.1 200 OK\r\nA: b\r\n" + tail
    assert all(response(data[:size]) is None for size in range(len(data)))
    answer = response(data)
    assert answer is not None
    assert (answer.status, answer.headers["a"], answer.body) == (200, "b", body)


def test_an_upgrade_leaves_the_frames_behind_it():
    answer = response(b"HTTP/1.1 101 Switching Protocols\r\n\r\n\x81\x00")
    assert answer is not None
    assert answer.rest == b"\x81\x00"


def test_a_request_is_one_of_http():
    assert request(80, "/a", {"B": "c"}) == (
        b"GET /a HTTP/1.1\r\nHost: 127.0.0.1:80\r\nB: c\r\n\r\n"
    )


def test_the_figures_can_be_listed():
    command = [sys.executable, "-m", "benchmarks", "--list"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for figure in runner.FIGURES:
        assert figure.name in done.stdout


def test_every_figure_says_what_it_measures():
    names = [figure.name for figure in runner.FIGURES]
    assert len(names) == len(set(names))
    for figure in runner.FIGURES:
        keys = [measure.key for measure in figure.measures]
        assert keys, figure.name
        assert len(keys) == len(set(keys)), figure.name
        assert "syncd" in figure.systems, figure.name
        assert set(figure.quick) <= set(figure.systems), figure.name
        assert all(measure.title for measure in figure.measures), figure.name


def test_a_page_is_made_of_what_was_measured(tmp_path):
    speed = Measure("speed", "how fast", "/s", Target(50, "higher"), ceiling="echo")
    wait = Measure("wait", "how long", "ms", Target(1, "lower"))
    figure = Figure("some", (speed, wait), lambda system, quick: Run({}), note="So.")
    runs = [
        {"values": {"speed": speed_, "wait": 2.0}, "load": 0.9} for speed_ in (90, 100)
    ]
    record = {
        "date": "2026-01-01",
        "commit": "abc",
        "machine": "a machine",
        "busy": 0.0,
        "quick": True,
        "minutes": 1.0,
        "versions": {"syncd": {"gevent": "1"}, "bokeh": {"tornado": "2"}},
        "engine": dict.fromkeys(results.engine.TITLES, 190.0),
        "figures": {
            "some": {
                "syncd": {"runs": runs},
                "bokeh": {"runs": [], "failed": "OSError: no"},
            }
        },
    }
    page = results.write(record, (figure,), tmp_path).read_text()
    assert json.loads((tmp_path / "results" / "results.json").read_text()) == record
    fast = "| how fast | /s | 95 (90 to 100) | failed |  |  | ≥ 50 /s | yes | 90% |"
    assert fast in page
    assert "| how long | ms | 2 | failed |  |  | ≤ 1 ms | **no** | 90% |" in page
    assert "lower bound" in page
    assert "| how fast | 50% |" in page


def test_what_is_measured_again_takes_the_place_of_the_older(tmp_path):
    def record(commit, python, **figures):
        return {
            "date": "2026-01-01",
            "commit": commit,
            "machine": "a machine",
            "busy": 0.0,
            "quick": False,
            "minutes": 1.0,
            "versions": {"syncd": {"python": python}},
            "figures": {name: {"runs": [value]} for name, value in figures.items()},
        }

    for commit, figures in (("abc", {"one": 1, "two": 2}), ("def", {"two": 3})):
        made = record(commit, "3.11.2" if commit == "def" else "3.11.7", **figures)
        if commit == "def":
            made = results.renewed(tmp_path, made)
        results.write(made, (), tmp_path)
    assert made["figures"] == {"one": {"runs": [1]}, "two": {"runs": [3]}}
    page = (tmp_path / "RESULTS.md").read_text()
    assert "commit abc" in page
    assert "python 3.11.7" in page
    assert "Measured again at def on Python 3.11.2: two." in page


def test_figures_of_the_browser_have_an_application_for_both_systems():
    apps = {path.stem for path in (ROOT / "benchmarks/browser/apps").glob("*.py")}
    assert apps == {figure.app for figure in browser_figures.FIGURES}
    for app in apps:
        source = (ROOT / f"benchmarks/browser/apps/{app}.py").read_text()
        assert "from bokeh." in source
        assert "syncd" not in source


def test_a_page_is_made_of_what_was_measured_in_browsers(tmp_path):
    figure = browser_figures.FIGURES[0]
    (measure,) = figure.measures
    of = {
        name: {"runs": [{"values": {measure.key: value}}], "browser": "Chrome/1"}
        for name, value in {"syncd": 40.0, "bokeh": 400.0}.items()
    }
    record = {
        "date": "2026-01-01",
        "commit": "abc",
        "machine": "a machine",
        "busy": 0.1,
        "minutes": 1.0,
        "figures": {figure.app: of},
    }
    page = browser_results.write(record, [figure], tmp_path)
    assert f"| {measure.title} | ms | 40 | 400 | 10 | ≤ 80 ms | yes |" in page
    assert (tmp_path / "RESULTS.md").read_text() == page
    assert json.loads((tmp_path / "results.json").read_text()) == record
