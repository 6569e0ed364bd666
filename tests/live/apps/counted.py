"""Tells what is in the process: greenlets, modules, loops, callbacks that wait."""

import asyncio
import gc
import json
import sys

import greenlet
from vocabulary import Counter

from syncd.document import curdoc


gc.unfreeze()  # what has lived long is not looked at otherwise
gc.collect()
kinds = {
    "greenlets": greenlet.greenlet,
    "loops": asyncio.AbstractEventLoop,
    "tasks": asyncio.Task,
    "counters": Counter,
}
objects = gc.get_objects()
counts = {
    name: sum(isinstance(item, kind) for item in objects)
    for name, kind in kinds.items()
}
counts["modules"] = len(sys.modules)
curdoc().add_root(Counter(text=json.dumps(counts)))
