"""Pictures that are given as what their files hold."""

from __future__ import annotations

from base64 import b64encode
from typing import Any


__all__ = ["addresses_of"]

_BEGINNINGS = {
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"RIFF": "webp",
    b"BM": "bmp",
    b"<svg": "svg+xml",
    b"<?xml": "svg+xml",
}
"""How files begin, and what they then are."""


def addresses_of(urls: Any) -> Any:
    """Return addresses as they are, and the contents of files among them as ``data:`` URLs.

    Raises:
        ValueError: Bytes are of no kind of picture that browsers know.
    """
    if isinstance(urls, bytes | bytearray):
        return {"value": _address(bytes(urls))}
    if not isinstance(urls, list | tuple):
        return urls
    return [
        _address(bytes(url)) if isinstance(url, bytes | bytearray) else url
        for url in urls
    ]


def _address(data: bytes) -> str:
    for beginning, kind in _BEGINNINGS.items():
        if data.lstrip().startswith(beginning):
            return f"data:image/{kind};base64,{b64encode(data).decode()}"
    message = (
        f"image_url got {len(data)} bytes that begin with {data[:8]!r}, which are no"
        " picture: give what a PNG, JPEG, GIF, WebP, BMP or SVG file holds, or an address"
    )
    raise ValueError(message)
