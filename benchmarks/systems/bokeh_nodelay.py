"""Runs Bokeh's command line on a Tornado that never delays small packets.

    python -P bokeh_nodelay.py serve APP …

``-P``, lest Python finds the module beside this one for the package ``bokeh``.
"""

import functools
import runpy

from tornado.iostream import IOStream


_init, _set = IOStream.__init__, IOStream.set_nodelay


@functools.wraps(_init)
def _started(self, *args, **kwargs):
    _init(self, *args, **kwargs)
    _set(self, value=True)


def _always(self, value):
    _set(self, value=True)


IOStream.__init__ = _started
IOStream.set_nodelay = _always

runpy.run_module("bokeh", run_name="__main__", alter_sys=True)
