"""Areas with hatches of the application's own; where bars stand says what they have."""

from syncd.io import curdoc
from syncd.models import CanvasTexture, ImageURLTexture
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
