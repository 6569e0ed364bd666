"""Formulas that are data, and formulas in what explains the data."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import TeX
from syncd.plotting import figure
from syncd.transform import linear_cmap


glyphs = figure(width=600, height=300, name="glyphs", x_range=(0, 10), y_range=(0, 10))
glyphs.tex(
    x=[2, 5, 40],
    y=[5, 5, 5],
    text=[r"$$\frac{1}{x}$$", r"so \(\C\) is", r"$$z$$"],
    macros={"C": r"\mathbb{C}"},
    text_color=["#ff0000", "#00ff00", "#0000ff"],
    text_font_size="30px",
    text_baseline="middle",
    text_align="center",
    angle=[0, 0.3, 0],
)
glyphs.tex(
    x=[2],
    y=[2],
    text=[r"\half{x}"],
    display="block",
    macros={"half": (r"\frac{#1}{2}", 1)},
)
glyphs.mathml(
    x=[8],
    y=[8],
    text=["<math><msqrt><mi onclick='alert(1)'>b</mi></msqrt></math>"],
    text_font_size="30px",
)
glyphs.text(x=[5], y=[1], text=["plain"])

around = figure(width=600, height=360, name="around", x_range=(0, 4))
around.line([0, 4], [0, 4], legend_label=r"$$y = \frac{x}{2}$$")
dots = around.scatter([1, 2, 3], [1, 2, 3], color=linear_cmap("y", "Viridis256", 0, 4))
around.legend.title = r"of \(x\)"
around.legend.click_policy = "hide"
upright = dots.construct_color_bar(
    title=TeX(r"\frac{E}{J}"), major_label_overrides={2: r"$$\frac{\pi}{2}$$"}
)
around.add_layout(upright, "right")

curdoc().add_root(column(glyphs, around))
