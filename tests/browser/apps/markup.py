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
<h1>Films</h1><p class="box wide">of all times</p>
"""

styled = Div(text=STYLED, name="styled")
empty = PreText(text="", name="empty")
CARDS = """
<div class="cards" style="display: flex; gap: 12px; justify-content: space-between;
  align-items: center; box-shadow: rgb(0, 0, 0) 0px 1px 2px 0px; position: fixed; transform: scale(9);
  background-image: url(/nope.png)">
  <b style="background: linear-gradient(90deg, red, blue); -webkit-background-clip: text;
    -webkit-text-fill-color: transparent">Bright</b><i>now</i>
</div>
"""
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
        empty,
        plain,
    )
)
