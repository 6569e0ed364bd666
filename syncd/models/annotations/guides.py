"""What explains a figure: title and legend."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from syncd.model import Model
from syncd.model.kinds import (
    ListKind,
    ModelKind,
    NoneKind,
    StrKind,
    UnionKind,
)
from syncd.model.spec import Spec, SpecKind
from syncd.model.specs import (
    Color,
    NonNegative,
    NonNegativeInt,
    Percent,
    PositiveInt,
)
from syncd.models.callbacks import Callback
from syncd.models.enums import (
    Dash,
    FontSize,
    FontStyle,
    HatchPattern,
    LegendLocation,
    Orientation,
    Place,
    RenderLevel,
    TextAlign,
    TextBaseline,
)
from syncd.models.looks import OneBackgroundHatchLooks
from syncd.models.renderers import GlyphRenderer, Renderer
from syncd.models.texts import BaseText
from syncd.models.textures import Texture


if TYPE_CHECKING:
    from syncd import aliases

__all__ = ["Annotation", "HTMLTitle", "Legend", "LegendItem", "Title"]


_Lengths: TypeAlias = (
    NonNegativeInt
    | tuple[NonNegativeInt, NonNegativeInt]
    | tuple[NonNegativeInt, NonNegativeInt, NonNegativeInt, NonNegativeInt]
    | dict[str, NonNegativeInt]
)

Padding: TypeAlias = _Lengths
"""Room on all sides, across and along, from the top clockwise, or by names."""

Corners: TypeAlias = _Lengths
"""Radii of all corners, of some from the upper left clockwise, or by names."""


class Annotation(Renderer):
    """What stands on a figure beside its data."""

    level: RenderLevel = "annotation"
    "What is drawn before and after it."

    elements: list[Model] = []
    "What stands over the figure because of it, such as a `Panel` or a `Tooltip`."


class Title(OneBackgroundHatchLooks, Annotation):
    """The words above a figure."""

    text: str | BaseText = ""
    "What the title says; TeX in it is shown as a formula."

    align: TextAlign = "left"
    "Where the words stand across the figure."

    offset: float = 0.0
    "The distance from the end that they are aligned to, in CSS pixels."

    standoff: float = 10.0
    "The distance from the frame in CSS pixels."

    text_color: Color | None = "#444444"
    "The colour of the words; the default takes that of the page."

    text_alpha: Percent = 1.0
    "The opacity of the words, from 0 to 1."

    text_font: str = "helvetica"
    "The font of the words; the default takes that of the page."

    text_font_size: FontSize = "13px"
    "The size of the words, such as ``13px`` or ``1.2em``."

    text_font_style: FontStyle = "bold"
    "The weight and slope of the words."

    background_fill_color: Color | None = None
    "The colour of what is behind the words; ``None`` draws none."

    background_fill_alpha: Percent = 1.0
    "The opacity of what is behind the words, from 0 to 1."

    border_line_color: Color | None = None
    "The colour of the line around the words; ``None`` draws none."

    border_line_alpha: Percent = 1.0
    "The opacity of the line around the words, from 0 to 1."

    border_line_width: NonNegative = 1
    "The width of the line around the words in CSS pixels."

    border_line_dash: Dash = "solid"
    "The dash of the line around the words."

    border_radius: Corners = 0
    "The radius of the corners around the words in CSS pixels."

    padding: Padding = 0
    "The room between the words and the line around them in CSS pixels."

    text_line_height: NonNegative = 1.0
    "The distance of lines, as a share of their height."

    text_outline_color: Color | None = None
    "The colour of the outline of the letters; ``None`` draws none."

    text_outline_width: NonNegative = 1
    "The width of the outline of the letters in CSS pixels."


class HTMLTitle(Title):
    """The words above a figure, as `Title`; they are words here, too, never markup."""


class _LabelKind(SpecKind):
    """Words, or the column with them, which says so when it is read."""

    def __init__(self) -> None:
        super().__init__(UnionKind([StrKind(), NoneKind()]), name="string")

    def check(self, value: Any) -> Any:
        label = super().check(value)
        named = isinstance(value, Mapping) and isinstance(label, str)
        return Spec(field=label) if named else label


class LegendItem(Model):
    """What one entry of a legend says."""

    label: Annotated[str | Mapping[str, Any] | None, _LabelKind()] = None
    "The words: a value, or the column with the words of all rows."

    renderers: list[GlyphRenderer] = []
    "The renderers whose looks the entry shows."

    index: int | None = None
    "The row whose look is shown; ``None`` is the first."

    visible: bool = True
    "Whether the entry is shown."

    def __init__(self, **values: Any) -> None:
        label = values.get("label")
        if isinstance(label, str):
            # Bokeh takes a plain string here for the words themselves.
            values["label"] = {"value": label}
        super().__init__(**values)


class _LegendItemKind(ModelKind):
    """An entry; a pair is one with these words, or column, and renderers."""

    def __init__(self) -> None:
        super().__init__(LegendItem)
        self.expected = "a LegendItem, or a pair of words and renderers"

    def check(self, value: Any) -> Any:
        if isinstance(value, tuple) and len(value) == 2:  # noqa: PLR2004  # a pair
            label, renderers = value
            return LegendItem(label=label, renderers=renderers)
        return super().check(value)


class Legend(OneBackgroundHatchLooks, Annotation):
    """What the looks of the data mean."""

    items: Annotated[list[LegendItem], ListKind(_LegendItemKind())] = []
    "The entries, in the order in which they stand."

    location: LegendLocation | tuple[float, float] = "top_right"
    "Where it stands in the frame; a pair is in CSS pixels from the lower left."

    orientation: Orientation = "vertical"
    "Whether entries stand one below another or side by side."

    click_policy: Literal["none", "hide", "mute"] = "none"
    "What pressing an entry does to its renderers."

    title: str | None = None
    "The words above the entries."

    title_location: Place = "above"
    "The side of the entries that the title stands at."

    title_standoff: int = 5
    "The gap between the title and the entries in CSS pixels."

    ncols: Literal["auto"] | PositiveInt = "auto"
    "The number of columns that entries stand in."

    nrows: Literal["auto"] | PositiveInt = "auto"
    "The number of rows that entries stand in."

    margin: int = 10
    "The distance from the frame in CSS pixels."

    padding: Padding = 10
    "The room around the entries in CSS pixels."

    spacing: int = 3
    "The gap between entries in CSS pixels."

    label_standoff: int = 5
    "The gap between the look and the words of an entry, in CSS pixels."

    glyph_width: int = 20
    "The width of an entry's look in CSS pixels."

    glyph_height: int = 20
    "The height of an entry's look in CSS pixels."

    label_width: Literal["auto"] | int = "auto"
    "The least width of the words of an entry in CSS pixels."

    label_height: Literal["auto"] | int = "auto"
    "The least height of the words of an entry in CSS pixels."

    label_text_align: TextAlign = "left"
    "Where the words stand in their room."

    label_text_baseline: TextBaseline = "middle"
    "At which height of their room the words stand."

    label_text_line_height: NonNegative = 1.2
    "The distance of lines, as a share of their height."

    label_text_outline_color: Color | None = None
    "The colour of the outline of the letters; ``None`` draws none."

    label_text_outline_width: NonNegative = 1
    "The width of the outline of the letters in CSS pixels."

    label_text_color: Color | None = "#444444"
    "The colour of the words; the default takes that of the page."

    label_text_alpha: Percent = 1.0
    "The opacity of the words, from 0 to 1."

    label_text_font: str = "helvetica"
    "The font of the words; the default takes that of the page."

    label_text_font_size: FontSize = "13px"
    "The size of the words, such as ``13px`` or ``1.2em``."

    label_text_font_style: FontStyle = "normal"
    "The weight and slope of the words."

    title_text_align: TextAlign = "left"
    "Where the title stands in its room."

    title_text_line_height: NonNegative = 1.2
    "The distance of the lines of the title, as a share of their height."

    title_text_outline_color: Color | None = None
    "The colour of the outline of the title's letters; ``None`` draws none."

    title_text_outline_width: NonNegative = 1
    "The width of the outline of the title's letters in CSS pixels."

    title_text_color: Color | None = "#444444"
    "The colour of the title; the default takes that of the page."

    title_text_alpha: Percent = 1.0
    "The opacity of the title, from 0 to 1."

    title_text_font: str = "helvetica"
    "The font of the title; the default takes that of the page."

    title_text_font_size: FontSize = "13px"
    "The size of the title, such as ``13px`` or ``1.2em``."

    title_text_font_style: FontStyle = "italic"
    "The weight and slope of the title."

    background_fill_color: Color | None = "#ffffff"
    "The colour of the background; ``None`` draws none."

    background_fill_alpha: Percent = 0.95
    "The opacity of the background, from 0 to 1."

    border_line_color: Color | None = "#e5e5e5"
    "The colour of the border; ``None`` draws none."

    border_line_alpha: Percent = 0.5
    "The opacity of the border, from 0 to 1."

    border_line_width: NonNegative = 1
    "The width of the border in CSS pixels."

    border_line_dash: Dash = "solid"
    "The dash of the border."

    inactive_fill_color: Color | None = "white"
    "The colour of entries whose renderers are hidden or muted; ``None`` draws none."

    inactive_fill_alpha: Percent = 0.7
    "The opacity of entries whose renderers are hidden or muted, from 0 to 1."

    inactive_hatch_pattern: HatchPattern | str | None = None
    "What is drawn over entries whose renderers are hidden or muted: dots, lines and so on; ``None`` draws nothing."

    inactive_hatch_color: Color | None = "black"
    "The colour of the hatch over entries whose renderers are hidden or muted; ``None`` draws none."

    inactive_hatch_alpha: Percent = 1.0
    "The opacity of the hatch over entries whose renderers are hidden or muted, from 0 to 1."

    inactive_hatch_scale: NonNegative = 12.0
    "The distance at which the hatch over entries whose renderers are hidden or muted repeats, in CSS pixels."

    inactive_hatch_weight: NonNegative = 1.0
    "The width of the lines of the hatch over entries whose renderers are hidden or muted in CSS pixels."

    inactive_hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that ``inactive_hatch_pattern`` has for them."

    border_radius: Corners = 0
    "The radius of the corners in CSS pixels."

    item_background_policy: Literal["none", "even", "odd", "every"] = "none"
    "Which entries have a background of their own; entries are counted from 0."

    item_background_fill_color: Color | None = "#f1f1f1"
    "The colour of what is behind such entries; ``None`` draws none."

    item_background_fill_alpha: Percent = 0.8
    "The opacity of what is behind such entries, from 0 to 1."

    item_background_hatch_pattern: HatchPattern | str | None = None
    "What is drawn over what is behind such entries: dots, lines and so on; ``None`` draws nothing."

    item_background_hatch_color: Color | None = "black"
    "The colour of the hatch over what is behind such entries; ``None`` draws none."

    item_background_hatch_alpha: Percent = 1.0
    "The opacity of the hatch over what is behind such entries, from 0 to 1."

    item_background_hatch_scale: NonNegative = 12.0
    "The distance at which the hatch over what is behind such entries repeats, in CSS pixels."

    item_background_hatch_weight: NonNegative = 1.0
    "The width of the lines of the hatch over what is behind such entries in CSS pixels."

    item_background_hatch_extra: dict[str, Texture] = {}
    "Hatches of one's own, by the names that ``item_background_hatch_pattern`` has for them."

    def on_click(self, handler: "aliases.Callback") -> None:
        """Call the handler with the event whenever an entry is clicked."""
        self.on_event("legend_item_click", handler)

    def js_on_click(self, handler: Callback) -> None:
        """Run a callback in the browser whenever an entry is clicked."""
        self.js_on_event("legend_item_click", handler)
