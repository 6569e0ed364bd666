"""Prints signed session ids, one a line."""

import sys

from bokeh.util.token import generate_session_id


for _ in range(int(sys.argv[1])):
    print(generate_session_id(signed=True))
