"""Bars that tell how far something has come, and texts in Markdown."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import Button, Markdown, Progress


TEXT = r"""# A report

Written in **Markdown**, with *emphasis*, ~~second thoughts~~ and `code`; see
[the site](https://example.org/) or <a href="javascript:alert(1)" onclick="alert(2)">no site</a>.

| Station | Reading |
|---------|--------:|
| North   |    12.5 |
| South   |     9.0 |

- [x] measured
- [ ] written down

> What is quoted
> stands apart.

1. first
2. second
   - nested

```python
print("a < b")
```

The area is $$\pi r_1^2$$, and

\[
a
- b
\]

---

<script>document.title = "hacked"</script><img src="x" onerror="document.title = 'hacked'">
<style>em { color: rgb(200, 0, 0) }</style>
"""

job = Progress(name="job", value=25)
bars = {
    "job": job,
    "steps": Progress(
        name="steps",
        min=0,
        max=7,
        value=2,
        label="@{value} of @{total}",
        description="step @{index}, @{percent}{%.1f} %",
    ),
    "plain": Progress(name="plain", value=60, label_location="none"),
    "exact": Progress(name="exact", value=1, max=3, label="@{percent}{%.2f} %"),
    "back": Progress(name="back", value=75, reversed=True),
    "waiting": Progress(name="waiting", mode="indeterminate"),
    "off": Progress(name="off", value=40, disabled=True),
}
upright = [
    Progress(name="up", value=30, orientation="vertical", height=200),
    Progress(name="down", value=30, orientation="vertical", reversed=True, height=200),
    Progress(
        name="thin", value=70, orientation="vertical", label_location="none", height=200
    ),
    Progress(name="rising", mode="indeterminate", orientation="vertical", height=200),
]
report = Markdown(name="report", text=TEXT, width=420)
plain = Markdown(name="literal", text="so $$x_1$$", disable_math=True)
more = Button(label="More", name="more")
wait = Button(label="Wait", name="wait")
rewrite = Button(label="Rewrite", name="rewrite")


def on_more():
    job.value += 25


def on_wait():
    job.mode = "indeterminate"


def on_rewrite():
    report.text = "## Another\n\nreport"


more.on_click(on_more)
wait.on_click(on_wait)
rewrite.on_click(on_rewrite)

curdoc().add_root(
    column(
        row(
            column(*bars.values(), row(*upright), more, wait, rewrite),
            column(report, plain),
        ),
        sizing_mode="stretch_width",
    )
)
