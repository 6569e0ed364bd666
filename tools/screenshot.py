"""Renew the screenshot in the README: start the starter, log in, look.

Usage: ``screenshot.py FILE [--dark]``.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright


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
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is not installed; `make screenshot` as root on Debian does")
    options.file.parent.mkdir(parents=True, exist_ok=True)

    port, syncd_port = free_ports()
    demo = subprocess.Popen(
        [sys.executable, str(DEMO)],
        env=os.environ | {"PORT": str(port), "SYNCD_PORT": str(syncd_port)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        line = demo.stdout.readline() if demo.stdout else ""
        if not line:
            sys.exit("the starter did not start")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=ARGUMENTS
            )
            page = browser.new_page(
                viewport={"width": WIDTH, "height": 600},
                color_scheme="dark" if options.dark else "light",
                device_scale_factor=2,
            )
            visit(page, f"http://127.0.0.1:{port}")
            page.screenshot(path=options.file, full_page=True)
            browser.close()
    finally:
        demo.terminate()
        demo.wait()
    print(f"wrote {options.file}")


def visit(page: Page, url: str) -> None:
    """Log in and give the curve a shape of its own."""
    page.goto(f"{url}/sliders")
    page.get_by_role("button", name="Log in").last.click()
    document = page.locator("docsync-document")
    expect(document).to_have_attribute("data-status", "live", timeout=TIMEOUT_MS)
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


def free_ports() -> tuple[int, int]:
    """Return two ports that nobody listens on now."""
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


if __name__ == "__main__":
    main()
