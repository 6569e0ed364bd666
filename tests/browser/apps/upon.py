"""What stands at places of figures, and comes up because of what they show."""

from syncd.io import curdoc
from syncd.layouts import row
from syncd.models import (
    ActionItem,
    BoxAnnotation,
    BoxSelectTool,
    Button,
    Examiner,
    Indexed,
    Menu,
    MenuItem,
    Node,
    Panel,
    Paragraph,
    Range1d,
    RendererGroup,
    Slope,
    Span,
    ToolMenu,
    Tooltip,
)
from syncd.models.dom import Template, ToggleGroup, ValueRef
from syncd.plotting import figure


doc = curdoc()


def plot(name: str, **options):
    return figure(
        name=name,
        width=340,
        height=320,
        x_range=Range1d(0, 10),
        y_range=Range1d(0, 10),
        **options,
    )


def menu(label: str) -> Menu:
    return Menu(items=[ActionItem(label=label)])


marked = plot("marked", tools="pan", active_drag="pan")
dots = marked.scatter([2], [8], size=20)
dots.context_menu = menu("of the dot")
box = BoxAnnotation(
    left=4,
    right=8,
    bottom=2,
    top=6,
    fill_color="#0000ff",
    fill_alpha=1,
    hover_fill_color="#ff0000",
    hover_fill_alpha=1,
    context_menu=menu("of the box"),
)
box.elements = [
    Tooltip(
        position=box.nodes.top_center, content="Box", visible=True, attachment="above"
    )
]
marked.add_layout(box)
marked.add_layout(
    Span(
        location=1,
        dimension="height",
        line_color="#00ff00",
        line_width=4,
        hover_line_color="#ff00ff",
        hover_line_alpha=1,
        hover_line_width=4,
    )
)
marked.add_layout(Slope(gradient=0, y_intercept=9, above_fill_color="#ffff00"))
marked.xaxis[0].context_menu = menu("of the axis")
marked.elements = [
    Tooltip(
        position=Indexed(renderer=dots, index=0),
        content="Row",
        visible=True,
        attachment="right",
    ),
    Panel(
        name="credit",
        position=Node(target="frame", symbol="bottom_left"),
        anchor="bottom_left",
        css_variables={"--wide": Node(target="frame", symbol="width")},
        stylesheets=[":host { min-inline-size: var(--wide); }"],
        elements=["Credit"],
    ),
]
visible = Paragraph(text="hidden", name="visible")

kept = plot("kept", tools="box_select", active_drag="box_select")
kept.scatter([5], [5], size=10)
tool = kept.select_one(BoxSelectTool)
tool.persistent = True
tool.overlay.hover_fill_color = "#ffff00"
tool.overlay.hover_fill_alpha = 1
tool.overlay.use_handles = True
tool.overlay.handles.all.fill_color = "#ff0000"
tool.overlay.handles.sides = tool.overlay.handles.all.clone()
tool.overlay.handles.sides.fill_color = "#00ff00"
tool.overlay.context_menu = menu("of the selection")
clear = Button(label="Clear")
clear.on_click(lambda: tool.overlay.update(visible=False))
tool.overlay.elements = [
    Panel(
        name="bar",
        position=tool.overlay.nodes.bottom_left,
        width=tool.overlay.nodes.width,
        elements=[clear],
    )
]


def told(attr, old, new) -> None:
    visible.text = "shown" if new else "hidden"


tool.overlay.on_change("visible", told)
groups = [RendererGroup(visible=False) for _ in range(2)]
pointed = plot("pointed", tools="hover")
rows = pointed.scatter([2, 8], [5, 5], size=20, fill_color="#888888")
for group, colour in zip(groups, ("#ff0000", "#0000ff"), strict=True):
    pointed.scatter([5], [8], size=20, fill_color=colour, line_color=None, group=group)
pointed.hover[0].renderers = [rows]
pointed.hover[0].tooltips = Template(
    children=[ValueRef(field="x")], actions=[ToggleGroup(groups=groups)]
)
doc.add_root(row(marked, kept))
doc.add_root(pointed)
doc.add_root(Examiner(target=pointed, name="examiner"))
doc.add_root(visible)

offered = plot(
    "offered",
    tools="pan,box_zoom,zoom_in,hover",
    active_drag="pan",
    toolbar_location=None,
)
offered.scatter([2, 8], [5, 5], size=20, fill_color="#888888")
offered.context_menu = "auto"
doc.add_root(offered)
doc.add_root(
    Paragraph(
        text="The tools of the figure beside it",
        name="elsewhere",
        context_menu=Menu(
            items=[MenuItem(label="Tools", menu=ToolMenu(toolbar=offered.toolbar))]
        ),
    )
)
