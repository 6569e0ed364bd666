"""A visitor who asks for a sign of life every 5 ms, in a process of its own."""

import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.systems.base import Server


class Prober:
    """The process, seen from the generator."""

    def __init__(self, server: Server, app: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.growth.probing", str(server.port), app],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        # Two lines that come at once would be read as one.
        assert self._answer() == "ready"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        cls: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def begin(self) -> None:
        """Let it ask for signs of life."""
        self._tell()

    def end(self) -> float:
        """Let it stop, and return the longest wait in seconds."""
        self._tell()
        return float(self._answer())

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def _tell(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
