"""A page with a figure, as a person has it before them."""

import asyncio
import itertools
import json
from collections.abc import Awaitable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.browser.chromium import Chromium


Place = tuple[float, float]

PROBE = Path(__file__).with_name("probe.js").read_text()
MOVE_S = 0.008
"""How often the pointer moves: more often than frames are drawn."""

SIZE = {"width": 1280, "height": 900}


class Visit:
    """A visitor of one application, with a browser profile of their own."""

    def __init__(
        self, browser: Chromium, context: str, target: str, session: str
    ) -> None:
        self._browser = browser
        self._context = context
        self._target = target
        self._session = session

    @classmethod
    async def to(cls, browser: Chromium, address: str) -> "Visit":
        """Open an address, and wait until all of it is drawn."""
        context = (await browser.send("Target.createBrowserContext"))[
            "browserContextId"
        ]
        made = await browser.send(
            "Target.createTarget", url="about:blank", browserContextId=context, **SIZE
        )
        target = made["targetId"]
        attached = await browser.send(
            "Target.attachToTarget", targetId=target, flatten=True
        )
        visit = cls(browser, context, target, attached["sessionId"])
        await visit._send("Page.enable")
        await visit._send("Performance.enable")
        await visit._send(
            "Emulation.setDeviceMetricsOverride",
            deviceScaleFactor=1,
            mobile=False,
            **SIZE,
        )
        await visit._send("Page.addScriptToEvaluateOnNewDocument", source=PROBE)
        await visit._send("Page.navigate", url=address)
        await visit.still()
        return visit

    async def leave(self) -> None:
        """Close the page, and say so if it failed."""
        problems = await self.ask("problems")
        await self._browser.send("Target.closeTarget", targetId=self._target)
        await self._browser.send(
            "Target.disposeBrowserContext", browserContextId=self._context
        )
        if problems:
            raise RuntimeError(f"the page failed: {problems[0]}")

    async def ask(self, what: str) -> Any:
        """Return what the probe in the page answers."""
        answer = await self._send(
            "Runtime.evaluate",
            expression=f"window.probe.{what}",
            awaitPromise=True,
            returnByValue=True,
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    async def still(self) -> None:
        """Wait until something was drawn, and for some time nothing more."""
        await self.ask("still()")

    async def press(self, button: str) -> None:
        """Press a button."""
        x, y = await self.ask(f"button({json.dumps(button)})")
        await self.mouse("mouseMoved", (x, y))
        await self.mouse("mousePressed", (x, y), held=True)
        await self.mouse("mouseReleased", (x, y), held=True)

    async def drawn_after(self, button: str, *, least: int = 0) -> float:
        """Press a button; return the ms from its answer to the frame that shows it.

        Args:
            button: What it is called.
            least: The size of the message that counts, in bytes.
        """
        await self.ask(f"arm({least})")
        await self.press(button)
        taken = await self.ask("done()")
        await self.still()
        return float(taken)

    async def busy(self) -> float:
        """Return how long the page's main thread has been at work so far, in ms."""
        answer = await self._send("Performance.getMetrics")
        metrics = {each["name"]: each["value"] for each in answer["metrics"]}
        return 1000 * float(metrics["TaskDuration"])

    async def center(self) -> Place:
        """Return the middle of the first figure."""
        x, y = await self.ask("center()")
        return x, y

    async def mouse(self, kind: str, at: Place, *, held: bool = False) -> None:
        """Do something with the mouse, as the system would."""
        await self._send(
            "Input.dispatchMouseEvent",
            type=kind,
            x=at[0],
            y=at[1],
            button="left" if held else "none",
            buttons=int(held),
            clickCount=int(kind != "mouseMoved"),
        )

    async def move(self, path: Iterable[Place], *, held: bool = False) -> None:
        """Move the mouse evenly, whether the page keeps up with it or not."""
        under_way = []
        for at in path:
            move = self.mouse("mouseMoved", at, held=held)
            under_way.append(asyncio.ensure_future(move))
            await asyncio.sleep(MOVE_S)
        await asyncio.gather(*under_way)

    async def frames(self, act: Awaitable[None]) -> "Frames":
        """Count frames while something happens."""
        await self.ask("watch()")
        await act
        seen = await self.ask("watched()")
        return Frames(seen["times"], seen["drawn"], seen["bytes"], seen["figures"])

    async def _send(self, method: str, **values: Any) -> Any:
        return await self._browser.send(method, self._session, **values)


class Frames:
    """What was shown for some time.

    Attributes:
        per_second: How many frames there were.
        drawn: In how many of them every figure was drawn.
        drawn_per_second: The same in a second.
        figures: How many figures there are.
        bytes: How much came from the server meanwhile.
        longest: The longest time between two, in ms.
        usual: The median of these times.
    """

    def __init__(self, times: list[float], drawn: int, size: int, figures: int) -> None:
        seconds = (times[-1] - times[0]) / 1000
        gaps = [after - before for before, after in itertools.pairwise(times)]
        self.per_second = (len(times) - 1) / seconds
        self.drawn_per_second = drawn / seconds
        self.longest = max(gaps)
        self.usual = median(gaps)
        self.drawn = drawn
        self.figures = figures
        self.bytes = size
