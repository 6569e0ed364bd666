"""The browser client's files, and what becomes of them meanwhile."""

import gzip
from pathlib import Path

import pytest

from syncd.errors import DocSyncError
from syncd.server.bundle import Bundle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "core-abcdefgh.js").write_bytes(b"plain")
    (tmp_path / "core-abcdefgh.js.gz").write_bytes(gzip.compress(b"plain"))
    (tmp_path / ".hidden").write_bytes(b"secret")
    (tmp_path.parent / "outside.js").write_bytes(b"secret")
    return tmp_path


def test_a_file_is_compressed_if_that_is_wanted(folder: Path) -> None:
    bundle = Bundle(folder)
    plain = bundle.get("core-abcdefgh.js")
    packed = bundle.get("core-abcdefgh.js", gzip=True)
    assert plain is not None
    assert packed is not None
    assert (plain.data, plain.compressed, plain.immutable) == (b"plain", False, True)
    assert gzip.decompress(packed.data) == b"plain"
    assert plain.content_type == packed.content_type == "text/javascript"


@pytest.mark.parametrize(
    "name", ["", ".", "..", ".hidden", "../outside.js", "/etc/passwd", "nope", "\0"]
)
def test_nothing_else_is_there(folder: Path, name: str) -> None:
    assert Bundle(folder).get(name, gzip=True) is None


def test_a_file_that_vanished_is_none(folder: Path) -> None:
    bundle = Bundle(folder)
    assert "core-abcdefgh.js" in bundle.names
    (folder / "core-abcdefgh.js.gz").unlink()
    found = bundle.get("core-abcdefgh.js", gzip=True)
    assert found is not None
    assert not found.compressed
    bundle = Bundle(folder)
    assert "core-abcdefgh.js" in bundle.names
    (folder / "core-abcdefgh.js").unlink()
    assert bundle.get("core-abcdefgh.js") is None


def test_a_bundle_that_is_not_built_says_how_to(folder: Path) -> None:
    with pytest.raises(DocSyncError, match="make browser"):
        _ = Bundle(folder).entry
