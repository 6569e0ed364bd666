"""Areas with hatches of the application's own; where bars stand says what they have."""

from syncd.io import curdoc
from syncd.models import Button, CanvasTexture, ImageURLTexture
from syncd.plotting import figure


p = figure(width=400, height=300, x_range=(0, 5), y_range=(0, 1), name="textures")
p.grid.grid_line_color = None
textures = {
    "code": CanvasTexture(
        code="ctx.fillStyle = color; ctx.fillRect(0, 0, scale, scale)"
    ),
    "picture": ImageURLTexture(url="/tiles/1/2/1.svg"),
    "script": ImageURLTexture(url="javascript:alert(1)"),
    "lost": ImageURLTexture(url="/tiles/none.svg", repetition="no_repeat"),
}
for x, name in enumerate(textures, 1):
    p.vbar(
        x=[x], top=[1], width=0.6, fill_color="#ffffff", line_color=None,
        hatch_pattern=name, hatch_extra=textures, hatch_color="#ff0000",
    )  # fmt: skip
curdoc().add_root(p)

q = figure(width=400, height=300, x_range=(0, 5), y_range=(0, 1), name="signs")
q.grid.grid_line_color = None
signs = ["x", "diagonal_cross", "__proto__", "valueOf"]
q.vbar(
    x="x", top="top", width=0.6, fill_color="#ffffff", line_color=None,
    hatch_pattern="pattern", hatch_color="#ff0000", hatch_extra={"x": textures["code"]},
    source={"x": [1, 2, 3, 4], "top": [1, 1, 1, 1], "pattern": signs},
)  # fmt: skip
curdoc().add_root(q)

late = figure(width=400, height=300, x_range=(0, 5), y_range=(0, 1), name="late")
bar = late.vbar(
    x=[1], top=[1], width=0.6, fill_color="#ffffff", line_color=None, legend_label="Late",
)  # fmt: skip
hang = Button(label="Hang")


def on_hang() -> None:
    picture = ImageURLTexture(url="/tiles/1/2/2.svg")
    bar.glyph.update(hatch_extra={"picture": picture}, hatch_pattern="picture")


hang.on_click(on_hang)
curdoc().add_root(hang)
curdoc().add_root(late)


def on_renew() -> None:
    textures[
        "code"
    ].code = "ctx.fillStyle = '#0000ff'; ctx.fillRect(0, 0, scale, scale)"
    textures["picture"].url = "/tiles/1/2/2.svg"


renew = Button(label="Renew")
renew.on_click(on_renew)
curdoc().add_root(renew)
