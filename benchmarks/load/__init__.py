"""The load generator: the same code for every system.

It uses nothing but sockets and ``epoll``, sends frames that were made before,
and of what comes back reads no more than the headers of frames.
"""
