"""Styles with variables in them, and values that would say more than one thing."""

from syncd.layouts import column
from syncd.models import Div
from syncd.plotting import curdoc


GREEN = "var(--of-nobody, rgb(0, 128, 0))"


def text(name, **fields):
    return Div(name=name, text="words", **fields)


curdoc().add_root(
    column(
        text("ground", styles={"background": GREEN}),
        text("edge", styles={"border": f"2px solid {GREEN}"}),
        text("sheet", stylesheets=[f":host {{ background: {GREEN} }}"]),
        text("by-selector", stylesheets=[{":host": {"background": GREEN}}]),
        Div(
            name="markup",
            text=f"<style>.mine {{ background: {GREEN} }}</style><p class=mine>words</p>",
        ),
        text("important", styles={"margin_left": "7px !important"}),
        text("more", styles={"color": "rgb(0, 0, 255); position: fixed"}),
        text("beyond", styles={"color": "red } .content { position: fixed"}),
        text("variable", css_variables={"one": "1px; position: fixed"}),
        text("named", css_variables={"one: 1px; position": "fixed"}),
    )
)
