"""Inputs with question marks, and tooltips by themselves."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    Button,
    ByCSS,
    Div,
    HelpButton,
    MultiChoice,
    RadioButtonGroup,
    Select,
    TextInput,
    Tooltip,
)
from syncd.models.dom import HTML, ValueOf


words = TextInput(
    name="words", title="Name", description="What others see.", value="Ada"
)
other = TextInput(
    name="markup",
    title="Place",
    description=Tooltip(
        content=HTML(
            "<b>HTML</b> with <a href='https://example.org/'>a link</a>, and ",
            ValueOf(words, "value"),
            "<script>document.title = 'run'</script><i onclick='run()'>.</i>",
        ),
        position="right",
    ),
)
choice = MultiChoice(
    title="Choose values:",
    options=["apple", "mango", "banana"],
    value=["apple"],
    description=Tooltip(content="Choose any number of the items", position="top"),
)
untitled = Select(
    name="untitled", options=["one", "two"], value="one", description="Untitled."
)
labels = RadioButtonGroup(labels=["Left", "Right"], active=0)
helper = HelpButton(
    name="helper", tooltip=Tooltip(content="Select a side", position="right")
)
target = Button(label="Target", name="target")
standing = Tooltip(
    name="standing",
    content="Start here",
    target=target,
    position="right",
    closable=True,
    visible=True,
)
around = Tooltip(
    name="around",
    content="On the page",
    target=ByCSS(query="main > h1"),
    position="bottom",
    visible=True,
)
heard = Div(name="heard", text="nothing yet")
standing.on_change("visible", lambda _, __, new: heard.update(text=f"visible {new}"))

curdoc().add_root(
    column(words, other, choice, untitled, row(labels, helper), target, heard)
)
curdoc().add_root(standing)
curdoc().add_root(around)
