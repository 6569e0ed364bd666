"""Another process that customises sessions before they are shown."""

import json
import subprocess
from statistics import median
from typing import Any

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.systems.base import Server, System


_PROCESSES = 4


def _run(system: System, quick: bool) -> Run:
    seconds = 0.5 if quick else 3.0
    with system.serving("sliders", env=system.control_env) as server:
        (alone,) = _pull(system, server, 1, seconds)
        together = _pull(system, server, _PROCESSES, seconds)
    return Run(
        {
            "pull": median(alone["latencies"]) * 1e3,
            "rate": sum(
                len(client["latencies"]) / client["seconds"] for client in together
            ),
        },
        load=sum(client["cpu"] / client["seconds"] for client in together),
    )


def _pull(
    system: System, server: Server, processes: int, seconds: float
) -> list[dict[str, Any]]:
    url = f"http://127.0.0.1:{server.port}/sliders"
    clients = [
        system.client("pull", url, **system.client_env(server))
        for _ in range(processes)
    ]
    for client in clients:
        assert _line(client) == "ready"
    for client in clients:
        assert client.stdin is not None
        client.stdin.write(f"{seconds}\n")
        client.stdin.flush()
    results = [json.loads(_line(client)) for client in clients]
    for client in clients:
        client.communicate()
    return results


def _line(client: subprocess.Popen[str]) -> str:
    assert client.stdout is not None
    line = client.stdout.readline().strip()
    assert line, "the client has failed"
    return line


FIGURES = (
    Figure(
        "control",
        (
            Measure(
                "pull",
                "pull_session, one title changed, from another process, p50",
                "ms",
                Target(5, "lower"),
                peer="143 ms",
            ),
            Measure(
                "rate",
                "the same from 4 processes at once",
                "/s",
                Target(400, "higher"),
                peer="20/s",
            ),
        ),
        _run,
        note=(
            "A new session each time: pulled, changed, closed, all by the system's own"
            " client. The four processes share the generator's core, and their CPU is"
            " the generator's. Bokeh's client does not wait until the change has been"
            " sent, as its documentation has it (force_roundtrip would make it wait,"
            " and is not counted)."
        ),
    ),
)
