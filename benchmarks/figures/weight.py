"""What a browser has to load before it can show the page."""

import gzip
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from benchmarks.figures.base import Figure, Measure, Run, Target
from benchmarks.load.http1 import OK
from benchmarks.load.link import get
from benchmarks.systems.base import Server, System


_APP = "sliders"

_URLS = re.compile(rb'<(?:script|link)[^>]* (?:src|href)="([^"]+)"')
_IMPORTS = re.compile(rb'\b(?:from|import)\s*"(\.[^"]+)"')
_LAZY = re.compile(rb'\bimport\([`"\']([^`"\']+)[`"\']')

_NEEDED = ("figure-",)
"""Chunks that the page loads later on: it has a plot, and no rich text."""


def _run(system: System, quick: bool) -> Run:
    with system.serving(_APP) as server:
        files = dict(_files(server))
    return Run(
        {
            "gzip": sum(packed for packed, _ in files.values()) / 1000,
            "served": sum(served for _, served in files.values()) / 1000,
            "files": len(files),
        }
    )


def _files(server: Server) -> Iterator[tuple[str, tuple[int, int]]]:
    """Load what the page loads, each file once; tell its sizes, packed and served."""
    found, waiting = set(), [f"/{_APP}"]
    while waiting:
        url = waiting.pop()
        if url in found:
            continue
        found.add(url)
        answer = get(server.port, url, gzip=True)
        assert answer.status == OK, (url, answer.status)
        if answer.headers.get("content-encoding") == "gzip":
            packed, content = len(answer.body), gzip.decompress(answer.body)
        else:
            packed, content = len(gzip.compress(answer.body, 9)), answer.body
        yield url, (packed, len(answer.body))
        waiting += [urljoin(url, name) for name in _loads(answer.headers, content)]


def _loads(headers: dict[str, str], content: bytes) -> Iterator[str]:
    kind = headers.get("content-type", "")
    if "html" in kind:
        names = _URLS.findall(content)
    elif "javascript" in kind:
        lazy = [name.decode() for name in _LAZY.findall(content)]
        yield from (name for name in lazy if any(part in name for part in _NEEDED))
        names = _IMPORTS.findall(content)
    else:
        names = []
    yield from (name.decode() for name in names)


FIGURES = (
    Figure(
        "weight",
        (
            Measure(
                "gzip",
                "page weight of the sliders page, gzip",
                "kB",
                Target(100, "lower"),
                peer="1,214 kB",
            ),
            Measure("served", "page weight as served", "kB", peer="3.9 MB"),
            Measure("files", "files of the page", ""),
        ),
        _run,
        runs=1,
        quick=("syncd", "bokeh"),
        note=(
            "Page, scripts, styles and chunks that a browser loads that takes gzip,"
            " bodies only; what a server sends as it is was packed by us with gzip -9"
            " for the first row. It is the same in every run."
        ),
    ),
)
