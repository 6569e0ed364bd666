"""Loopback ports: free ones, for programs that cannot choose, and busy ones."""

import itertools
import os
import socket


# Below those that the kernel gives to connections, any of which might take one
# before its program does. Processes that test side by side have different ones.
_COUNT = 2000
_FIRST = 10_000 + _COUNT * (int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) % 10)
_numbers = itertools.count(os.getpid() * 97)


def free_ports(count: int) -> list[int]:
    """Return different ports that nobody listens on now."""
    ports: list[int] = []
    while len(ports) < count:
        port = _FIRST + next(_numbers) % _COUNT
        if _is_free(port):
            ports.append(port)
    return ports


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def is_open(port: int) -> bool:
    """Return whether somebody listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
