"""`pull_session` under gunicorn's kinds of workers, with a real daemon."""

import contextlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from support.daemon import SECRET_KEY
from support.port import free_ports, is_open
from support.wait import eventually


HERE = Path(__file__).parent


@contextlib.contextmanager
def gunicorn(syncd, *options):
    (port,) = free_ports(1)
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}"),
            *(
                "--no-control-socket",
                "--graceful-timeout",
                "1",
                *options,
                "worker_site:app",
            ),
        ],
        cwd=HERE,
        env=os.environ
        | {
            "DOCSYNC_SECRET_KEY": SECRET_KEY,
            "DOCSYNC_CONTROL_URL": syncd.control_url,
            "DOCSYNC_URL": "/docsync",
        },
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        eventually(
            lambda: is_open(port) or process.poll() is not None, "gunicorn is silent"
        )
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        errors = process.communicate(timeout=20)[1]
    assert "Traceback" not in errors, errors


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(("--worker-class", "gevent"), id="gevent"),
        pytest.param(("--worker-class", "gevent", "--preload"), id="gevent preloaded"),
        pytest.param(("--threads", "4"), id="threads"),
        pytest.param(("--workers", "2", "--preload"), id="processes"),
    ],
)
def test_requests_at_once_have_a_session_each(syncd, options):
    with gunicorn(syncd, *options) as url, ThreadPoolExecutor(12) as pool:
        names = [f"visitor-{number}" for number in range(24)]
        answers = list(
            pool.map(lambda name: requests.get(f"{url}/{name}", timeout=20), names)
        )
    assert [answer.status_code for answer in answers] == [200] * len(names)
    for name, answer in zip(names, answers, strict=True):
        assert f"[{name}]" in answer.text
        assert answer.text.count("<script") == 1
