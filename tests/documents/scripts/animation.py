import numpy as np
from numpy import pi

# left out: it is served, and pushes itself to nobody
from syncd.driving import cosine
from syncd.plotting import figure, curdoc

x = np.linspace(0, 4*pi, 80)
y = np.sin(x)

p = figure()
r1 = p.line([0, 4*pi], [-1, 1], color="firebrick")
r2 = p.line(x, y, color="navy", line_width=4)

# left out: a session, which a served script has; in its place, what shows the figure
curdoc().add_root(p)

@cosine(w=0.03)
def update(step):
    r2.data_source.data["y"] = y * step
    r2.glyph.line_alpha = 1 - 0.8 * abs(step)

curdoc().add_periodic_callback(update, 50)
