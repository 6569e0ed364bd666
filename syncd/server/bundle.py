"""The browser client's files, as built into ``syncd/static``.

Names carry a hash of what is in the file, so browsers may keep them for ever.
Compressed variants lie beside the files.
"""

from __future__ import annotations

import hashlib
import json
import mimetypes
import re
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from syncd.errors import DocSyncError


__all__ = ["Bundle", "StaticFile"]

_FOLDER = Path(__file__).parent.parent / "static"
_MANIFEST = "manifest.json"
_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*")
_HASHED = re.compile(r".*-[A-Za-z0-9_-]{8}\.[a-z0-9.]+")
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css"}


class StaticFile(NamedTuple):
    """A file to send.

    Args:
        data: What is in it, compressed if ``compressed``.
        content_type: Its media type.
        etag: A hash of it.
        compressed: Whether ``data`` is compressed with gzip.
        immutable: Whether its name will always stand for the same contents.
    """

    data: bytes
    content_type: str
    etag: str
    compressed: bool
    immutable: bool


class Bundle:
    """The files of one folder, read when they are first asked for.

    They are few and small, and are kept in memory.
    """

    def __init__(self, folder: Path = _FOLDER) -> None:
        self._folder = folder
        self._files: dict[tuple[str, bool], StaticFile] = {}

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that may be asked for; nothing else is looked up on disk."""
        return frozenset(
            name
            for path in self._folder.rglob("*")
            if path.is_file()
            and _NAME.fullmatch(name := path.relative_to(self._folder).as_posix())
        )

    @cached_property
    def entry(self) -> str:
        """The name of the core's script.

        Raises:
            DocSyncError: The folder has no built bundle.
        """
        try:
            manifest = json.loads((self._folder / _MANIFEST).read_bytes())
        except (OSError, ValueError) as error:
            raise DocSyncError(
                f"the browser client is not built: {self._folder / _MANIFEST}:"
                f" {error}; run 'make browser'"
            ) from error
        for chunk in manifest.values():
            if chunk.get("isEntry"):
                return str(chunk["file"])
        raise DocSyncError(f"{self._folder / _MANIFEST} names no entry")

    def get(self, name: str, *, gzip: bool = False) -> StaticFile | None:
        """Return a file, compressed if there is a variant and it is wanted."""
        if name not in self.names:
            return None
        compressed = gzip and f"{name}.gz" in self.names
        key = (name, compressed)
        if key not in self._files:
            try:
                self._files[key] = self._read(name, compressed=compressed)
            except OSError:  # it is being built anew, or was
                return self.get(name) if compressed else None
        return self._files[key]

    def _read(self, name: str, *, compressed: bool) -> StaticFile:
        data = (self._folder / (f"{name}.gz" if compressed else name)).read_bytes()
        suffix = Path(name).suffix
        guessed, _ = mimetypes.guess_type(name)
        return StaticFile(
            data=data,
            content_type=_TYPES.get(suffix) or guessed or "application/octet-stream",
            etag=hashlib.sha256(data).hexdigest()[:32],
            compressed=compressed,
            immutable=_HASHED.fullmatch(name) is not None,
        )
