"""Renew the screenshot in the README: screenshot.py FILE.

Starts the demo on free ports, logs in as a visitor would, and takes the picture
once the document is live. Needs Debian's chromium.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import expect, sync_playwright


ROOT = Path(__file__).resolve().parent.parent
START_TIMEOUT = 30.0


def free_ports() -> tuple[int, int]:
    """Return two ports that nobody listens on."""
    with socket.socket() as one, socket.socket() as two:
        for probe in (one, two):
            probe.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]


@contextlib.contextmanager
def demo() -> Iterator[str]:
    """Run the demo, and say where."""
    port, syncd_port = free_ports()
    process = subprocess.Popen(
        [sys.executable, ROOT / "examples" / "flask_starter" / "demo.py"],
        env=os.environ | {"PORT": str(port), "SYNCD_PORT": str(syncd_port)},
    )
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(10)


def wait_for(port: int) -> None:
    """Return once somebody listens."""
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit(f"the demo did not start within {START_TIMEOUT:g} s")


def main() -> None:
    """Take the picture."""
    target = Path(sys.argv[1])
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is not installed; on Debian: apt-get install chromium")
    target.parent.mkdir(parents=True, exist_ok=True)
    with demo() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(
            viewport={"width": 1000, "height": 640}, device_scale_factor=2
        )
        page.goto(f"{url}/login")
        page.get_by_role("button", name="Log in").click()
        page.goto(f"{url}/sliders")
        document = page.locator("docsync-document").first
        expect(document).to_have_attribute("data-status", "live", timeout=20_000)
        page.get_by_role("slider", name="amplitude").focus()
        page.screenshot(path=target)
        browser.close()
    print(f"{target} is new; look at it before committing it")


if __name__ == "__main__":
    main()
