"""What applications of tests tell of what people do to their widgets."""

from collections.abc import Mapping

from syncd.models import Div, Model


def tell(heard: Div, widgets: Mapping[str, Model], field: str = "value") -> None:
    """Give widgets their names, and write down what becomes of them."""
    for name, widget in widgets.items():
        widget.name = name
        _listen(heard, widget, field)


def _listen(heard: Div, widget: Model, field: str) -> None:
    def told(attr: str, old: object, new: object) -> None:
        heard.text = f"{widget.name} {new}"

    widget.on_change(field, told)
