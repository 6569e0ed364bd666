"""Uses every part that the folder of an application can have."""

from os.path import dirname, join

from syncd.io import curdoc, output_file, show
from syncd.models import Slider, TextInput

from .helpers import load_data


output_file("ignored.html")
doc = curdoc()
request = doc.session_context.request

slider = Slider(name="slider", title="N", value=float(request.arguments["N"][0]))
told = TextInput(name="told", value=load_data(join(dirname(__file__), "data.csv")))


def say_goodbye(session_context):
    print(f"goodbye of {session_context.id}: {told is not None}", flush=True)


def fail(session_context):
    raise LookupError("nothing stops the others")


doc.on_session_destroyed(fail)
doc.on_session_destroyed(say_goodbye)
doc.add_root(slider)
doc.add_root(told)
doc.title = "Mary's <page>"
doc.template_variables["user"] = "<script>alert(1)</script>"
show(slider)
