"""Take a screenshot: of the starter, logged in, as the README has it, or of a script.

Usage: ``screenshot.py FILE [--dark] [--app SCRIPT] [--width PIXELS]``.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright


DEMO = Path(__file__).parent.parent / "examples" / "flask_starter" / "demo.py"
ARGUMENTS = [
    "--no-sandbox",  # Chromium refuses to run as root with it
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]
WIDTH = 960
TIMEOUT_MS = 20_000


def main() -> None:
    """Write the screenshot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--dark", action="store_true", help="the dark variant")
    parser.add_argument("--app", type=Path, help="a script, in place of the starter")
    parser.add_argument("--width", type=int, default=WIDTH, help="of the page")
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is not installed; `make screenshot` as root on Debian does")
    options.file.parent.mkdir(parents=True, exist_ok=True)

    with serving(options.app) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_page(
            viewport={"width": options.width, "height": 600},
            color_scheme="dark" if options.dark else "light",
            device_scale_factor=2,
        )
        if options.app is None:
            visit(page, url)
            page.screenshot(path=options.file, full_page=True)
        else:
            page.goto(f"{url}/{options.app.stem}")
            document = wait_until_live(page)
            page.wait_for_timeout(800)  # what it needs is loaded and drawn
            document.screenshot(path=options.file)
        browser.close()
    print(f"wrote {options.file}")


@contextmanager
def serving(app: Path | None) -> Iterator[str]:
    """Run the starter or an application, and give its address."""
    port, syncd_port = free_ports()
    command = [str(DEMO)]
    if app is not None:
        command = ["-m", "syncd", "serve", str(app), "--port", str(port)]
    process = subprocess.Popen(
        [sys.executable, *command],
        env=os.environ | {"PORT": str(port), "SYNCD_PORT": str(syncd_port)},
    )
    try:
        for each in (port,) if app else (port, syncd_port):
            wait_until_open(each, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def wait_until_open(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a process listens on a port; exit if it ends before."""
    while process.poll() is None:
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("it did not start")


def visit(page: Page, url: str) -> None:
    """Log in and give the curve a shape of its own."""
    page.goto(f"{url}/sliders")
    page.get_by_role("button", name="Log in").last.click()
    wait_until_live(page)
    title = page.get_by_role("textbox", name="title")
    title.fill("a sine wave that Python computes")
    title.press("Enter")
    for name, presses in (("amplitude", 8), ("frequency", 6)):
        slider = page.get_by_role("slider", name=name)
        slider.focus()
        for _ in range(presses):
            page.keyboard.press("ArrowRight")
    page.get_by_text("a sine wave that Python computes").first.wait_for()
    page.evaluate("document.activeElement.blur()")
    page.wait_for_timeout(800)  # the last answer is drawn


def wait_until_live(page: Page) -> Locator:
    """Return the document of a page when it is there."""
    document = page.locator("docsync-document")
    expect(document).to_have_attribute("data-status", "live", timeout=TIMEOUT_MS)
    return document


def free_ports() -> tuple[int, int]:
    """Return two ports that nobody listens on now."""
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


if __name__ == "__main__":
    main()
