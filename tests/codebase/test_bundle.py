"""What a page downloads stays small."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

import syncd


BUNDLE = Path(syncd.__file__).parent / "static"

# Bytes, gzip as an ordinary server compresses.
CORE, FIGURE, PAGE = 30_000, 60_000, 100_000

# What a page like that of the sliders may load beyond the core. Markup in texts
# brings DOMPurify, too.
EVERYDAY = (
    "figure",
    "bar",
    "inputs",
    "src/views/widgets/markup.ts",
    "src/callbacks/runner.ts",
)


def manifest() -> dict[str, Any]:
    return json.loads((BUNDLE / "manifest.json").read_text())  # type: ignore[no-any-return]


def files_of(entry: str, *, known: frozenset[str] = frozenset()) -> set[str]:
    """Return the files that loading an entry brings, beyond those known."""
    chunks = manifest()
    # A chunk that is more than one entry stands there by its name.
    named = {chunk["name"]: key for key, chunk in chunks.items()}
    files: set[str] = set()
    waiting = [entry if entry in chunks else named[entry]]
    while waiting:
        chunk = chunks[waiting.pop()]
        if chunk["file"] not in files | known:
            files.add(chunk["file"])
            waiting.extend(chunk.get("imports", []))
    return files


def weight(files: set[str]) -> int:
    assert files
    return sum(len(gzip.compress((BUNDLE / name).read_bytes(), 9)) for name in files)


def test_the_core_fits_its_budget() -> None:
    assert weight(files_of("src/main.ts")) <= CORE


def test_figures_fit_theirs_in_a_chunk_of_their_own() -> None:
    core = frozenset(files_of("src/main.ts"))
    figure = files_of("figure", known=core)
    assert figure
    assert weight(figure) <= FIGURE


def test_a_page_of_sliders_texts_figures_and_callbacks_fits_the_budget() -> None:
    files: set[str] = set()
    for entry in ("src/main.ts", *EVERYDAY):
        files |= files_of(entry)
    assert weight(files) <= PAGE


@pytest.mark.parametrize(
    "path", sorted(BUNDLE.glob("*.js")), ids=lambda path: path.stem
)
def test_every_chunk_is_there_compressed(path: Path) -> None:
    assert gzip.decompress(Path(f"{path}.gz").read_bytes()) == path.read_bytes()
