"""Texts with style sheets and with nothing in them."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Button, Div, PreText


STYLED = """
<style>
  h1 { color: rgb(1, 2, 3); margin: 0 }
  .box { color: rgb(4, 5, 6); position: fixed; background: url(/nope.png) }
  @media (min-width: 1px) { .wide { letter-spacing: 3px } }
  @import url(/nope.css);
  body { font-size: 99px }
</style>
<base href="http://nowhere.invalid/"><BASE target=_top>
<h1>Films</h1><p class="box wide">of all times</p>
"""

styled = Div(text=STYLED, name="styled")
empty = PreText(text="", name="empty")
TABLE = (
    "               Average   Lowest  Highest\nKitchen          21.60    16.76    29.26"
)
table = PreText(text=TABLE, width=200, name="table")
CARDS = """
<div class="cards" style="display: flex; gap: 12px; justify-content: space-between;
  align-items: center; box-shadow: rgb(0, 0, 0) 0px 1px 2px 0px; position: fixed; transform: scale(9);
  background-image: url(/nope.png)">
  <b style="background: linear-gradient(90deg, red, blue); -webkit-background-clip: text;
    -webkit-text-fill-color: transparent">Bright</b><i>now</i>
</div>
"""
BOLD = [
    "box-shadow: 0 0 0 100vmax red",
    "box-shadow: 0 0 0 1e3px red",
    "box-shadow: 0 0 0 calc(99px * 99) red",
    "text-shadow: 0 400px red",
    "outline: 100vmax solid red",
    "outline-offset: 50CQW",
    "-webkit-text-stroke: 80em red",
    "cursor: none",
    "background: cross-fade(red, blue)",
    "background: -webkit-cross-fade(red, blue, 50%)",
]
MODEST = [
    "box-shadow: 0 2px 12px rgba(100, 110, 120, 0.125)",
    "box-shadow: 0 0 0 3px #123456",
    "text-shadow: 1px 1px 0.125em color-mix(in srgb, red 100%, blue)",
    "outline: 2px solid rgb(200 100 0)",
    "text-decoration: underline 10% red",
    "cursor: help",
]
bold = "".join(f'<i style="{style}">bold</i>' for style in BOLD)
modest = "".join(f'<b style="{style}">modest</b>' for style in MODEST)
NEAR = ["margin-left: -40px", "margin: 0 0 200px -2em", "text-indent: calc(50% - 20px)"]
FARTHER = [
    "margin-left: -200px",
    "margin: 0 -11em 0 0",
    "margin-inline-start: calc(-1 * 300px)",
    "margin-top: calc(0px - (300px))",
    "text-indent: -100vw",
]
near = "".join(f'<i style="{style}">near</i>' for style in NEAR)
farther = "".join(f'<i style="{style}">farther</i>' for style in FARTHER)
PART = "height: 180px; width: 900px; flex-shrink: 0"
PINNED = ".pinned { position: fixed; left: 0; top: 0 }"
OVER = [
    "display: flex; flex-direction: column-reverse; height: 0",
    "display: grid; align-items: end; height: 0; grid-template-rows: 0",
    "margin-top: -9em; font-size: 20px; height: 0",
]
REACHING = [
    *(f'<div style="{style}"><div style="{PART}">over</div></div>' for style in OVER),
    '<svg overflow="visible" height="1"><text y="-30" font-size="90">over</text></svg>',
]
FRAMED = "<a><frameset><frame src='nope'><b>kept</b></frameset>"
UNSEEN = '<frameset title="<"><b>unseen</b></frameset>'
plain = Button(label="Plain")


def undress() -> None:
    styled.text = "<h1>Films</h1>"
    empty.text = "no more"


plain.on_click(undress)
curdoc().add_root(
    column(
        styled,
        Div(text="<p>another</p>", name="other"),
        Div(text=CARDS, name="cards"),
        Div(text=bold + modest, name="around"),
        Div(text=near + farther, name="beside"),
        Div(text='<b class="pinned">pinned</b>', name="pinned", stylesheets=[PINNED]),
        Div(text=FRAMED, name="framed"),
        Div(text=UNSEEN, name="unseen"),
        empty,
        table,
        plain,
        *(
            part
            for number, over in enumerate(REACHING)
            for part in (
                Button(label=f"Before {number}"),
                Div(text=over, name=f"over-{number}"),
            )
        ),
    )
)
