"""Fails as long as it is told to."""

from syncd.io import curdoc
from syncd.models import TextInput


argument = curdoc().session_context.request.arguments.get("fail", [b""])[0]
if argument == b"yes":
    raise LookupError("the <database> is on holiday")
curdoc().template = "{{ 1 / zero }}" if argument == b"page" else None
curdoc().template_variables["zero"] = 0
curdoc().add_root(TextInput(name="text"))
