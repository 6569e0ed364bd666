"""Whatever Python can say of a figure is drawn."""

import re
from pathlib import Path

import syncd.models
from syncd.models import Annotation, Glyph


FIGURE = Path(__file__).parents[2] / "browser" / "src" / "views" / "figure"


SHARED = {
    "AreaGlyph",
    "FillGlyph",
    "Glyph",
    "Marker",
    "MathTextGlyph",
    "StrokeGlyph",
}


def painted(name: str) -> set[str]:
    text = (FIGURE / name).read_text("utf-8")
    found = set(re.findall(r"^  (\w+): \w+Painter,$", text, re.MULTILINE))
    assert found
    return found


def test_every_glyph_has_a_painter() -> None:
    glyphs = {
        name
        for name in dir(syncd.models)
        if isinstance(cls := getattr(syncd.models, name), type)
        and issubclass(cls, Glyph)
        and name not in SHARED
    }
    assert glyphs == painted("painters/all.ts") | painted("shapes.ts")


def test_every_annotation_is_drawn() -> None:
    annotations = {
        name
        for name in dir(syncd.models)
        if isinstance(cls := getattr(syncd.models, name), type)
        and issubclass(cls, Annotation)
        and not name.endswith("Annotation")
        and not name.startswith("Base")
    } | {"BoxAnnotation", "PolyAnnotation"}
    marks = set(
        re.findall(
            r"^  (\w+): \{ paint: paint\w+",
            (FIGURE / "marks.ts").read_text("utf-8"),
            re.MULTILINE,
        )
    )
    guides = {"ColorBar", "ContourColorBar", "HTMLTitle", "Legend", "SizeBar", "Title"}
    assert annotations == marks | guides
