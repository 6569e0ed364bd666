"""Lines of text that are completed from lists."""

from support.heard import tell
from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import AutocompleteInput, Div


PETS = ["Cat", "canary", "dog", "fish", "newt", "wild cat"]
heard = Div(name="heard", text="nothing yet")
widgets = {
    "pet": AutocompleteInput(title="Pet", completions=PETS, min_characters=1),
    "loose": AutocompleteInput(
        title="Loose",
        completions=PETS,
        min_characters=2,
        case_sensitive=False,
        search_strategy="includes",
        restrict=False,
    ),
    "all": AutocompleteInput(
        title="All", completions=PETS, min_characters=0, max_completions=3
    ),
    "long": AutocompleteInput(
        title="Long", completions=[f"entry {n}" for n in range(40)], min_characters=0
    ),
}

tell(heard, widgets)
widgets["pet"].on_event(
    "value_submit",
    lambda event: heard.update(text=f"{heard.text}, meant {event.value}"),
)

made = list(widgets.values())
curdoc().add_root(
    column(heard, row(*made, sizing_mode="stretch_width"), sizing_mode="stretch_width")
)
