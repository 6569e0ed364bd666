"""A figure on a page, as a person sees and handles it."""

from typing import Any

from playwright.sync_api import Locator, expect

from browser.view import PIXEL, View, box_of
from support.wait import eventually


RED, GREEN, BLUE = "#ff0000", "#00ff00", "#0000ff"
NONE = "none of them"

ENDS = """element => {
  const host = element.getRootNode().host;
  return ["x_range", "y_range"].map((field) => {
    const range = host.model.get(field);
    return [range.get("start"), range.get("end")];
  });
}"""


def _in(box: Any, x: float, y: float) -> tuple[float, float]:
    return box["x"] + box["width"] * x, box["y"] + box["height"] * (1 - y)


class Plot:
    """A figure; places are shares of its plotting area, from the lower left."""

    def __init__(self, view: View, which: str | int | None = None) -> None:
        """Wait for the only figure, the one of a name, or one by its number."""
        self.view = view
        self.page = view.page
        place = view.document
        if isinstance(which, str):
            place = view.named(which)
        elif which is not None:
            place = view.document.locator("docsync-figure").nth(which)
        self.area: Locator = place.get_by_role("application")
        self.canvas: Locator = place.locator(".canvas > canvas")
        self.area.wait_for()
        self.canvas.wait_for()

    @classmethod
    def with_tools(cls, view: View, name: str) -> "Plot":
        """Return a figure, once the code of its tools has come and made room for their buttons."""
        plot = cls(view, name)
        buttons = view.named(name).get_by_role("toolbar").get_by_role("button")
        expect(buttons).to_be_visible()
        plot.area.scroll_into_view_if_needed()
        view.page.wait_for_timeout(100)
        return plot

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return _in(box_of(self.area), x, y)

    def move(self, x: float, y: float) -> None:
        self.page.mouse.move(*self._at(x, y))

    def drag(
        self, start: tuple[float, float], end: tuple[float, float]
    ) -> tuple[float, float]:
        """Drag from one place to another, and return where on the page that is."""
        at = self._at(*end)
        self.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*at, steps=10)
        self.page.mouse.up()
        return at

    def click_twice(self, x: float, y: float) -> None:
        """Click twice at a place, and as fast on a busy machine as on any other."""
        left, top = self._at(x, y)
        self.page.mouse.move(left, top)
        now = self.page.evaluate("(performance.timeOrigin + performance.now()) / 1000")
        session = self.page.context.new_cdp_session(self.page)
        for count in (1, 2):
            for kind in ("mousePressed", "mouseReleased"):
                event = {"type": kind, "x": left, "y": top, "button": "left"}
                event |= {"clickCount": count, "timestamp": now}
                session.send("Input.dispatchMouseEvent", event)
        session.detach()

    def value_at(self, at: tuple[float, float]) -> list[float]:
        """Return what is shown at a place on the page."""
        box = box_of(self.area)
        share = [
            (at[0] - box["x"]) / box["width"],
            1 - (at[1] - box["y"]) / box["height"],
        ]
        pairs = zip(self.ends, share, strict=True)
        return [low + (high - low) * part for (low, high), part in pairs]

    def touch(self, *fingers: list[tuple[float, float]]) -> None:
        """Move fingers along paths of equal length, and lift them."""
        box = box_of(self.area)
        session = self.page.context.new_cdp_session(self.page)
        for step in range(len(fingers[0])):
            kind = "touchStart" if step == 0 else "touchMove"
            points = [
                dict(zip(("x", "y"), _in(box, *path[step]), strict=True), id=index)
                for index, path in enumerate(fingers)
            ]
            session.send(
                "Input.dispatchTouchEvent", {"type": kind, "touchPoints": points}
            )
        session.send(
            "Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []}
        )
        session.detach()

    def press(self, name: str) -> None:
        self.tool(name).click()

    def tool(self, name: str) -> Locator:
        return self.view.document.get_by_role("toolbar").get_by_role(
            "button", name=name, exact=True
        )

    @property
    def ends(self) -> list[list[float]]:
        """The ends of both ranges in the document as this page has it, once it has."""

        def known() -> Any:
            ends = self.area.evaluate(ENDS)
            return None if None in ends[0] + ends[1] else ends

        return list(eventually(known, "the ends are not told yet"))

    def colour(self, x: float, y: float) -> str:
        """Return what is drawn at a place."""
        return str(self.canvas.evaluate(PIXEL, [x, y, "[role=application]"]))

    def shows(self, expected: dict[tuple[float, float], str]) -> None:
        """Wait until each place has its colour, or for `NONE` neither red, green nor blue."""
        for (x, y), colour in expected.items():

            def drawn(x: float = x, y: float = y, colour: str = colour) -> bool:
                there = self.colour(x, y)
                return (
                    there not in {RED, GREEN, BLUE}
                    if colour == NONE
                    else there == colour
                )

            def said(x: float = x, y: float = y, colour: str = colour) -> str:
                return f"{self.colour(x, y)} at {x:.3f}, {y:.3f} instead of {colour}"

            eventually(drawn, said)

    def colours(self) -> set[str]:
        return self.view.colours(self.canvas)

    def picture(self) -> Any:
        return self.canvas.evaluate("canvas => canvas.toDataURL()")
