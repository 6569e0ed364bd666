"""A program that serves by itself, and waits in the way that its argument names."""

import asyncio
import logging
import signal
import sys
import threading
import time

from syncd.models import Slider
from syncd.server.server import Server


logging.basicConfig(level=logging.INFO)
log = logging.getLogger("program")


def build(doc):
    slider = Slider(start=0, end=100, title="twice")

    def double(attr, old, new):
        if new == 50:
            compute(0.5)
        slider.title = f"{2 * new}"

    slider.on_change("value", double)
    doc.add_root(slider)


def compute(seconds):
    log.info("computing")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    log.info("computed")


def run(server):
    before = handlers()
    server.run_until_shutdown()
    assert handlers() == before


def handlers():
    """Return what the process does about signals."""
    return {number: signal.getsignal(number) for number in signal.valid_signals()}


def loop(server):
    server.start()
    server.io_loop.add_callback(log.info, "the loop has called")
    server.io_loop.call_later(0.01, lambda: log.info("and later"))
    server.io_loop.start()


def sleep(server):
    server.start()
    while True:
        time.sleep(60)


def coroutine(server):
    async def forever():
        server.start()
        await asyncio.sleep(3600)

    asyncio.run(forever())


def thread(server):
    """Serve as programs do whose main thread runs a web application."""
    from flask import Flask

    threading.Thread(target=loop, args=[server]).start()
    site = Flask(__name__)
    site.get("/")(lambda: f"syncd is at {server.port}")
    site.run(port=int(sys.argv[2]))


def both(server):
    before = handlers()
    other = Server(build, port=0)
    beside = threading.Thread(target=other.run_until_shutdown)
    beside.start()
    server.run_until_shutdown()
    beside.join()
    assert handlers() == before
    log.info("both have ended")


def cleaning(server):
    """Wait in a coroutine that wants to clean up, in a loop made after the start."""

    async def forever():
        try:
            log.info("the coroutine waits")
            await asyncio.sleep(3600)
        finally:
            await asyncio.sleep(0)
            log.info("the coroutine has cleaned up")

    server.start()
    asyncio.run(forever())


functions = (run, loop, sleep, coroutine, thread, both, cleaning)
ways = {way.__name__: way for way in functions}
ways[sys.argv[1]](Server({"/": build, "/second": build}, port=0))
log.info("the program has ended by itself")
