"""The machine that is measured on: its cores, and what processes take of it."""

import os
import resource
from pathlib import Path


_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_STARTING_CORES = sorted(os.sched_getaffinity(0))

SERVER_CORE = _STARTING_CORES[0]
LOAD_CORE = _STARTING_CORES[-1]


def pin_load() -> None:
    """Keep this process off the server's core."""
    os.sched_setaffinity(0, {LOAD_CORE})


def open_many() -> None:
    """Let this process, and those that it starts, have as many files as may be."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def cpu_seconds(pid: int) -> float:
    """Return the CPU time that a process and its threads have taken.

    The kernel's scheduler counts nanoseconds; the ticks of ``stat`` would be
    too coarse for short runs.
    """
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            total += int((task / "schedstat").read_text().split()[0])
        except (OSError, ValueError, IndexError):
            return _ticks(pid)
    return total / 1e9


def _ticks(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def rss(pid: int) -> int:
    """Return the resident memory of a process, in bytes."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE


def describe() -> str:
    """Return the machine in one line, for the results."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        "unknown processor",
    )
    return f"{model}, {len(_STARTING_CORES)} cores, Linux {os.uname().release}"
