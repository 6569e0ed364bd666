"""Views whose authors change how they look; a button that says what a small document says."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Button, Div
from syncd.models.dom import HTML
from syncd.plotting import figure


def plot(name: str):
    made = figure(width=300, height=150, name=name)
    made.line([0, 1], [0, 1])
    return made


alone, within = plot("alone"), plot("within")
dressed = Button(label="Dressed", name="dressed")
inner = Button(label="Inner", name="inner")
box = column(inner, within, name="box")
first, second = HTML(html="<b>one</b>"), HTML(html="<b>two</b>")
worded = Button(name="worded", label=first)
dress, replace, say = (
    Button(label="Dress"),
    Button(label="Replace"),
    Button(label="Say"),
)
done = Div(text="plain", name="done")


def on_dress() -> None:
    styles = {"margin": "4px", "border_left_color": "red"}
    for view in (dressed, alone, box):
        view.styles = styles
    done.text = "dressed"


def on_replace() -> None:
    worded.label = second


def on_say() -> None:
    for words in (first, second):
        words.html = words.html.replace("</b>", " more</b>")
    done.text += "."


dress.on_click(on_dress)
replace.on_click(on_replace)
say.on_click(on_say)
curdoc().add_root(column(dress, replace, say, dressed, worded, alone, box, done))
