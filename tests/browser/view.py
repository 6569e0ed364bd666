"""What a person sees and does on a page with the board."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from support.wait import eventually


PENDING = """async () => {
  const ours = /\\/static\\/[\\w-]+\\.js$/;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  await Promise.allSettled(loaded.filter((name) => ours.test(name)).map((name) => import(name)));
  const pending = (root) => [...root.querySelectorAll("*")].some(
    (element) =>
      element.classList.contains("pending") ||
      (element.shadowRoot !== null && pending(element.shadowRoot)),
  );
  return pending(document);
}"""
"""Whether views are to come whose code is still being loaded; what has come has run."""

FRAMES = """() => new Promise((drawn) => {
  requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
})"""
"""Until what was asked for now is drawn."""

REVISION = "element => element.document.revision"

WATCH = """
document.addEventListener("securitypolicyviolation", (event) => {
  (window.violations ??= []).push(event.violatedDirective + " " + event.blockedURI);
});
"""

# A copy is read, for the canvas itself is not made to be.
HEX = """
  const copy = document.createElement("canvas");
  Object.assign(copy, { width: canvas.width, height: canvas.height });
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  const hex = (data, at) =>
    "#" + [0, 1, 2].map((i) => data[at + i].toString(16).padStart(2, "0")).join("");
"""

PIXEL = (
    "(canvas, [x, y, of]) => {"
    + HEX
    + """
  // A figure that is drawn from the ground up has another canvas by now.
  if (canvas.clientWidth === 0) return "nowhere";
  if (of !== undefined) {
    const part = canvas.getRootNode().querySelector(of).getBoundingClientRect();
    const whole = canvas.getBoundingClientRect();
    x = part.left - whole.left + part.width * x;
    y = part.top - whole.top + part.height * (1 - y);
  }
  const ratio = canvas.width / canvas.clientWidth;
  const at = [Math.round(x * ratio), Math.round(y * ratio)];
  return hex(context.getImageData(...at, 1, 1).data, 0);
}"""
)

COLOURS = (
    "(canvas, least) => {"
    + HEX
    + """
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data[at + 3] === 0 ? "none" : hex(data, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= least).map(([colour]) => colour);
}"""
)

REDDISH = """
async (source) => {
  const bytes = Uint8Array.from(atob(source), (each) => each.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] < 150 || data[at + 1] > 90 || data[at + 2] > 90) continue;
    const [x, y] = [(at / 4) % image.width, Math.floor(at / 4 / image.width)];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return [left, top, right, bottom];
}
"""
"""Between which pixels a picture is red: its left, top, right and bottom."""


def box_of(place: Locator) -> Any:
    """Return where something stands, once it is shown and stands still.

    What is just being replaced stands nowhere, and what is laid out anew, or slides,
    stands elsewhere a frame later.
    """

    def still() -> Any:
        before = place.bounding_box()
        place.page.evaluate(FRAMES)
        return before if before == place.bounding_box() else None

    return eventually(still, lambda: f"{place} is at {place.bounding_box()}")


def nowhere(place: Locator) -> bool:
    """Tell whether there is none of what must never be.

    Wait first for what comes along with it: nobody can wait for what is not to come.
    """
    return place.count() == 0


def hold_back(page: Page, chunk: str) -> Callable[[], None]:
    """Hold a part of our code back; return what lets it come, once it was asked for."""
    held: list[Any] = []
    come = False

    def hold(route: Any) -> None:
        if come:
            route.continue_()
        else:
            held.append(route)

    def asked() -> bool:
        page.wait_for_timeout(1)
        return held != []

    def release() -> None:
        nonlocal come
        eventually(asked, f"nobody has asked for {chunk}")
        come = True
        for route in held:
            route.continue_()

    page.route(f"**/static/{chunk}-*.js", hold)
    return release


class View:
    """A page in a browser, with everything that went wrong on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []
        self._coming: set[Any] = set()
        page.on("request", self._asked)
        page.on("requestfinished", self._answered)
        page.on("requestfailed", self._answered)
        page.add_init_script(WATCH)
        page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        page.on("console", self._note)

    def _note(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.problems.append(f"{message.type}: {message.text}")

    def _asked(self, request: Any) -> None:
        # Some pages fetch rows again and again, without end.
        if "/rows/" not in request.url:
            self._coming.add(request)

    def _answered(self, request: Any) -> None:
        self._coming.discard(request)

    def told(self) -> list[str]:
        """Return the problems so far; what the page has told meanwhile is heard first."""
        self.page.wait_for_timeout(1)
        return self.problems

    @property
    def document(self) -> Locator:
        return self.page.locator("docsync-document").first

    def open(self, address: str) -> None:
        """Open a page with a document, and wait until it is live and drawn."""
        self.page.goto(address)
        self.wait_until_drawn()

    def reload(self) -> None:
        """Load the page again, and wait until it is live and drawn."""
        self.page.reload()
        self.wait_until_drawn()

    def wait_for_status(self, status: str) -> None:
        expect(self.document).to_have_attribute("data-status", status)

    def wait_until_drawn(self) -> None:
        """Wait until the document is live, its code has come, and its views are drawn."""
        self.wait_for_status("live")
        eventually(self._is_drawn, lambda: f"still coming: {self._coming}")

    def _is_drawn(self) -> bool:
        quiet = not self.page.evaluate(PENDING) and not self._coming
        self.page.evaluate(FRAMES)
        return quiet and not self._coming

    def wait_until_silent(self) -> None:
        """Wait until nobody changes the document any more, not once in half a second."""

        def silent() -> bool:
            before = self.document.evaluate(REVISION)
            self.page.wait_for_timeout(500)
            return bool(self.document.evaluate(REVISION) == before)

        eventually(silent, "its revision goes up and up")

    def named(self, name: str) -> Locator:
        """Return the view of the model with a name."""
        return self.document.locator(f"[data-name={name}]")

    def says(self, words: str | re.Pattern[str]) -> None:
        """Wait until the text in which the application tells what it heard is this one."""
        expect(self.named("heard")).to_have_text(words)

    @property
    def slider(self) -> Locator:
        return self.page.get_by_role("slider", name="level")

    @property
    def value(self) -> float:
        return float(self.slider.evaluate("element => element.value"))

    @property
    def plot(self) -> Locator:
        return self.page.locator("docsync-document canvas").first

    def pixel(self, x: float, y: float, plot: Locator | None = None) -> str:
        """Return the colour of a plot's canvas at a place in CSS pixels."""
        return str((plot or self.plot).evaluate(PIXEL, [x, y]))

    def colours(self, plot: Locator | None = None) -> set[str]:
        """Return the colours that cover at least twenty pixels of a plot's canvas."""
        return set((plot or self.plot).evaluate(COLOURS, 20))

    @property
    def count(self) -> str:
        return self.page.get_by_text("pressed").inner_text()

    @property
    def heard(self) -> str:
        return self.page.get_by_text("heard").inner_text()

    @property
    def heard_range(self) -> list[float]:
        """Which part of the x axis Python says that is shown."""
        words = self.page.get_by_text(re.compile(r"^x -?\d")).inner_text().split()
        return [float(word) for word in words[1:]]

    def column(self, name: str, start: int = 0) -> list[float]:
        """Return a column of the source as the page holds it, from some row on."""
        return list(
            self.document.evaluate(
                """(element, [name, start]) => {
                  const seen = new Set();
                  const walk = (value) => {
                    if (value === null || typeof value !== "object" || seen.has(value)) return;
                    seen.add(value);
                    if (Array.isArray(value)) return value.map(walk).find((x) => x);
                    if (typeof value.get !== "function") return;
                    if (value.type === "ColumnDataSource") return value;
                    for (const field of ["children", "renderers", "data_source"]) {
                      let held;
                      try { held = value.get(field); } catch { continue; }
                      const found = walk(held);
                      if (found) return found;
                    }
                  };
                  return Array.from(walk([...element.document.roots]).get("data")[name].slice(start));
                }""",
                [name, start],
            )
        )

    def drag(self, to: float) -> None:
        """Drag the slider to a share of its length, with the mouse still down."""
        box = box_of(self.slider)
        middle = box["y"] + box["height"] / 2
        self.page.mouse.move(box["x"] + box["width"] / 2, middle)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + box["width"] * to, middle, steps=8)

    def drop(self) -> None:
        self.page.mouse.up()

    def violations(self) -> list[str]:
        return list(self.page.evaluate("() => window.violations ?? []"))
