"""Chromium, driven by its DevTools protocol and nothing between.

What drives browsers for tests also asks for everything that comes over the
network, and a page then spends more time on handing megabytes on than on
drawing them.
"""

import asyncio
import itertools
import json
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect


PATIENCE_S = 60

_ARGUMENTS = (
    "--headless",
    "--no-sandbox",  # Chromium refuses to run as root with it
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-background-timer-throttling",
    "--disable-renderer-backgrounding",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--no-first-run",
    "--remote-debugging-port=0",
)


class Chromium:
    """A browser process."""

    def __init__(self, link: ClientConnection) -> None:
        self._link = link
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._reading = asyncio.ensure_future(self._read())

    async def send(self, method: str, session: str = "", **values: Any) -> Any:
        """Send a command, and return its answer."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": values}
        if session:
            message["sessionId"] = session
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        await self._link.send(json.dumps(message))
        return await asyncio.wait_for(answer, PATIENCE_S)

    async def close(self) -> None:
        """Let go of the browser."""
        self._reading.cancel()
        await self._link.close()

    async def _read(self) -> None:
        async for text in self._link:
            message = json.loads(text)
            answer = self._waiting.pop(message.get("id"), None)
            if answer is None or answer.done():
                continue
            if "error" in message:
                answer.set_exception(RuntimeError(message["error"]["message"]))
            else:
                answer.set_result(message["result"])


@asynccontextmanager
async def chromium(profile: Path) -> AsyncIterator[Chromium]:
    """Start a browser that keeps what it writes in a folder, and end it afterwards."""
    program = shutil.which("chromium")
    if program is None:
        sys.exit("chromium is not installed; `make debian` as root on Debian does")
    process = subprocess.Popen(  # noqa: ASYNC220 - nothing else is going on yet
        [program, *_ARGUMENTS, f"--user-data-dir={profile}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        async with connect(
            await _address(profile / "DevToolsActivePort"),
            max_size=None,
            compression=None,
            ping_interval=None,
        ) as link:
            browser = Chromium(link)
            yield browser
            await browser.close()
    finally:
        process.terminate()
        process.wait()


async def _address(file: Path) -> str:
    """Wait until the browser has written where it listens."""
    for _ in range(PATIENCE_S * 10):
        if len(lines := _lines(file)) > 1:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        await asyncio.sleep(0.1)
    raise TimeoutError("the browser does not listen")


def _lines(file: Path) -> list[str]:
    return file.read_text().splitlines() if file.exists() else []
