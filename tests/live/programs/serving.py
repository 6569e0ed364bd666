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
    """Return what the process does about signals, but for an interrupt."""
    numbers = signal.valid_signals() - {signal.SIGINT}
    return {number: signal.getsignal(number) for number in numbers}


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

    threading.Thread(target=loop, args=[server], daemon=True).start()
    site = Flask(__name__)
    site.get("/")(lambda: f"syncd is at {server.port}")
    site.run(port=int(sys.argv[2]))


ways = {way.__name__: way for way in (run, loop, sleep, coroutine, thread)}
ways[sys.argv[1]](Server({"/": build, "/second": build}, port=0))
log.info("the program has ended by itself")
