"""Parts within markup, by place and by reference."""

from syncd.models import Slider
from syncd.models.dom import HTML, ValueOf


def test_parts_stand_where_markup_refers_to_them() -> None:
    slider = Slider()
    low, high = ValueOf(slider, "start"), ValueOf(slider, "end")
    markup = f'from <ref id="{low.id}"></ref> to <b><ref id="{high.id}"></ref></b>'
    assert HTML(markup, refs=[low, high]).html == [
        "from ",
        low,
        " to <b>",
        high,
        "</b>",
    ]


def test_references_without_parts_say_nothing() -> None:
    part = ValueOf(Slider(), "value")
    mixed = HTML("<ref id='1'></ref>", part, "<REF id='2'></REF>.", refs=[part])
    assert mixed.html == ["", part, "", part, "", "."]
