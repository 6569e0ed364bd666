"""Progress and Markdown have Bokeh's fields, defaults and places."""

import pytest

from syncd.errors import FieldError
from syncd.models import Indicator, Markdown, Progress, Widget
from syncd.models.widgets.indicators import Progress as FromIndicators
from syncd.models.widgets.markdown import Markdown as FromMarkdown


def own(cls):
    inherited = Widget.fields()
    return {
        name: item.default
        for name, item in cls.fields().items()
        if name not in inherited
    }


def test_progress_begins_as_bokehs_does():
    assert own(Progress) == {
        "mode": "determinate",
        "value": 0,
        "min": 0,
        "max": 100,
        "reversed": False,
        "orientation": "horizontal",
        "label": "@{percent}%",
        "label_location": "inline",
        "description": None,
    }
    assert issubclass(Progress, Indicator)


def test_markdown_begins_as_bokehs_does():
    assert own(Markdown) == {"text": "", "disable_math": False}


def test_they_are_found_where_bokeh_has_them():
    assert FromIndicators is Progress
    assert FromMarkdown is Markdown


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("value", 0.5),
        ("max", None),
        ("mode", "unknown"),
        ("orientation", "upright"),
        ("label_location", "above"),
    ],
)
def test_what_is_no_progress_is_refused(field, value):
    with pytest.raises(FieldError, match=rf"Progress\.{field} got {value!r}"):
        Progress(**{field: value})
