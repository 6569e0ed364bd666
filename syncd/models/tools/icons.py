"""What the buttons of tools show."""

import base64
import io
import re
import struct
import zlib
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from syncd.model.kinds import StrKind


__all__ = ["Icon", "as_path"]

_MOST = 100_000
"""So many characters a picture may have: it is sent to every browser."""

_NAME = re.compile(r"[a-z_]+|\..+", re.ASCII)
_TYPES = {
    ".gif": "gif",
    ".jpeg": "jpeg",
    ".jpg": "jpeg",
    ".png": "png",
    ".webp": "webp",
}
_CHANNELS = {3: 2, 4: 6}
"""PNG's numbers for pictures of three and four channels."""


class _IconKind(StrKind):
    """A name, or a picture; pictures become ``data:`` URLs."""

    expected = (
        "the name of an icon, a picture as a 'data:image/…' URL, a pathlib.Path, a PIL image"
        f" or an array of RGB(A), of at most {_MOST} characters as a URL"
    )

    def check(self, value: Any) -> str:
        if hasattr(value, "save") and hasattr(value, "convert"):
            stream = io.BytesIO()
            value.save(stream, "PNG")
            value = _url("png", stream.getvalue())
        elif hasattr(value, "dtype"):
            value = _url("png", _png(value))
        elif isinstance(value, Path):
            value = _read(value)
        text = super().check(value)
        if len(text) > _MOST:
            raise ValueError
        if not (text.startswith("data:image/") or _NAME.fullmatch(text)):
            raise ValueError
        return text


def as_path(icon: Any) -> Any:
    """Return the path that a text is, if it is one; anything else is what it is.

    For what authors write: a text that a browser sends is never a path here.
    """
    named = isinstance(icon, str) and not icon.startswith("data:")
    return Path(icon) if named and Path(icon).suffix.lower() in _TYPES else icon


Icon: TypeAlias = Annotated[str, _IconKind()]
"""A name of an icon, or a picture as a ``data:`` URL."""


def _url(kind: str, data: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def _read(path: Path) -> str:
    kind = _TYPES.get(path.suffix.lower())
    if kind is None:
        raise ValueError
    try:
        return _url(kind, path.read_bytes())
    except OSError:
        raise ValueError from None


def _png(pixels: Any) -> bytes:
    """Return an array of height, width and channels as a picture."""
    shape: Any = getattr(pixels, "shape", ())
    if len(shape) != 3 or shape[2] not in _CHANNELS or str(pixels.dtype) != "uint8":  # noqa: PLR2004  # rows, columns, channels
        raise ValueError
    height, width, channels = shape
    if not 0 < height * width * channels <= _MOST * 4:
        raise ValueError
    data, line = pixels.tobytes(), width * channels
    rows = b"".join(
        b"\0" + data[at : at + line] for at in range(0, height * line, line)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, _CHANNELS[channels], 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body))
        + name
        + body
        + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
