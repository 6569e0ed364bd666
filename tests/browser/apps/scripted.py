"""What the browser does by itself: links, values, code, events."""

from syncd.core.properties import Float, List, String
from syncd.events import DocumentReady, Tap
from syncd.layouts import column
from syncd.model import DataModel
from syncd.models import (
    Button,
    ColumnDataSource,
    CustomJS,
    Div,
    OpenURL,
    SetValue,
    Slider,
    TextInput,
    ToggleVisibility,
)
from syncd.plotting import curdoc, figure


def slider(name: str, **more: float) -> Slider:
    return Slider(title=name, name=name, start=0, end=1000, step=1, **more)


# Without code

left, right, lone = slider("left"), slider("right", value=3), slider("lone")
left.js_link("value", right, "value")
right.js_link("value", left, "value")
left.js_link("value", lone, "value")

heard = Div(text="heard nothing", name="heard")
right.on_change("value", lambda _, __, new: heard.update(text=f"heard {new:g}"))

set_five = Button(label="Five")
set_five.js_on_click(SetValue(left, "value", 5))
python_seven = Button(label="Seven")
python_seven.on_click(lambda: left.update(value=7))

secret = Div(text="now you see it")
toggle = Button(label="Toggle")
toggle.js_on_click(ToggleVisibility(target=secret))
leave = Button(label="Leave")
leave.js_on_click(OpenURL(url="/page.css"))

# With code

scale = slider("scale", value=1)
source = ColumnDataSource(data={"x": list(range(10)), "y": [1.0] * 10})
total = Div(text="total 10", name="total")
source.on_change(
    "data", lambda *_: total.update(text=f"total {sum(source.data['y']):g}")
)
plot = figure(width=300, height=200, name="plot", x_range=(0, 9), y_range=(0, 20))
plot.line("x", "y", source=source)
scale.js_on_change(
    "value",
    CustomJS(
        args={"source": source},
        code="""
        const y = source.data.y;
        for (let i = 0; i < y.length; i++) y[i] = cb_obj.value;
        source.change.emit();
        """,
    ),
)

field = TextInput(title="words", name="words")
echo = Div(text="no echo", name="echo")
field.js_on_change(
    "value",
    CustomJS(code="throw new Error('on purpose')"),
    CustomJS(
        args={"echo": echo},
        code="""
        export default async ({ echo }, obj, data) => {
          await null;
          echo.text = `echo ${obj.value} ${obj.type} ${obj.document.title()}`;
        }
        """,
    ),
)

ping, pong = slider("ping"), slider("pong")
ping.js_on_change("value", CustomJS(args={"o": pong}, code="o.value = this.value + 1"))
pong.js_on_change("value", CustomJS(args={"o": ping}, code="o.value = this.value + 1"))

ready = Div(text="not ready", name="ready")
curdoc().js_on_event(
    DocumentReady,
    CustomJS(
        code="Bokeh.documents[0].get_model_by_name('ready').text = cb_obj.event_name"
    ),
)
python_ready = Div(text="python waits")
curdoc().on_event(DocumentReady, lambda: python_ready.update(text="python is ready"))

line = Div(text="line", name="line")
note = CustomJS(args={"line": line}, code="line.text += ` ${cb_obj.event_name}`")
curdoc().js_on_event("connection_lost", note)
curdoc().js_on_event("client_reconnected", note)

tapped = Div(text="not tapped", name="tapped")
plot.js_on_event(
    Tap,
    CustomJS(
        args={"tapped": tapped},
        code="tapped.text = `tapped ${cb_obj.origin.name} at ${Math.round(cb_obj.x)}`",
    ),
)

paint = Button(label="Paint")
paint.js_on_click(
    CustomJS(
        args={"line": line},
        code="line.styles = {...line.styles, color: 'rgb(200, 0, 0)'}",
    )
)
move, back = Button(label="Move"), Button(label="Back")
move.js_on_click(CustomJS(args={"range": plot.x_range}, code="range.start = -30"))
back.js_on_click(CustomJS(args={"plot": plot}, code="plot.reset.emit()"))

# A model of the application's own


class Params(DataModel):
    gain = Float(default=2)
    words = List(String, default=["a"])


params = Params()
louder = Button(label="Louder")
louder.js_on_click(
    CustomJS(
        args={"params": params},
        code="params.gain *= 4; params.words = [...params.words, 'b']",
    )
)
browser_gain, python_gain = Div(text="browser waits"), Div(text="python waits too")
params.js_on_change(
    "gain",
    CustomJS(args={"div": browser_gain}, code="div.text = `browser has ${this.gain}`"),
)
params.on_change(
    "words",
    lambda *_: python_gain.update(text=f"python has {params.gain:g} {params.words}"),
)
plot.tags = [params]

curdoc().title = "Scripted"
curdoc().add_root(
    column(left, right, lone, heard, set_five, python_seven, secret, toggle, leave)
)
curdoc().add_root(column(scale, total, plot, field, echo, ping, pong))
curdoc().add_root(column(louder, browser_gain, python_gain))
curdoc().add_root(column(ready, python_ready, line, tapped, paint, move, back))
