"""Formulas among words, wherever words may be."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    Button,
    Div,
    Label,
    MathML,
    Paragraph,
    PlainText,
    PreText,
    TeX,
    Title,
)
from syncd.plotting import figure


EULER = r"$$e^{i\pi} + 1 = 0$$"

mixed = Div(
    text=rf"Euler says <b>{EULER}</b>, and \(0<x<1\), or"
    r" \[\sum_{i=1}^n i = \frac{n(n+1)}{2}\] and so on.",
    name="mixed",
)
broken = Div(text=r"What is $$\frac{1$$ here?", name="broken")
plain = Div(text=EULER, disable_math=True, name="plain")
literal = Div(text=f"<code>{EULER}</code>", name="literal")
paragraph = Paragraph(text=r"An \(\alpha\) < a \(\beta\).", name="paragraph")
written = PreText(text=EULER, name="written")

plot = figure(
    width=600,
    height=420,
    name="plot",
    title=r"The energy $$E = \frac{1}{2} m v^2$$ of a body",
    x_axis_label=r"$$v \;/\; \frac{\mathrm{m}}{\mathrm{s}}$$",
    y_axis_label=r"\(\sqrt{E}\) in J",
    x_range=(0, 10),
    y_range=(0, 10),
)
plot.line([0, 10], [0, 10])
plot.xaxis.ticker = [0, 2, 5, 10]
plot.xaxis.major_label_overrides = {2: r"$$\frac{\pi}{2}$$", 5: "five"}
plot.add_layout(
    Label(x=3, y=7, text=r"$$\int_0^1 x^2\,dx$$", text_color="#ff0000", angle=0.5)
)

said = figure(
    width=600,
    height=260,
    name="said",
    x_axis_label=TeX(
        r"\R^{\half{n}}", macros={"R": r"\mathbb{R}", "half": (r"\frac{#1}{2}", 1)}
    ),
    y_axis_label=MathML(
        "<math><mi>q</mi><mo onclick='alert(1)'>+</mo><mn>1</mn></math>"
    ),
    title=Title(text=PlainText("costs $$5$$")),
)
said.line([0, 1], [0, 1])

change = Button(label="Change")


def other() -> None:
    """Say something else."""
    plot.xaxis.axis_label = "speed"
    plot.title.text = r"\(\gamma\)"
    paragraph.text = "no more"
    broken.text = r"\(\delta\)"


change.on_click(other)
curdoc().add_root(
    column(mixed, broken, plain, literal, paragraph, written, plot, said, change)
)
