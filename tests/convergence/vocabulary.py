"""The models that the convergence tests sync."""

from typing import Any

from syncd.model import Model
from syncd.model.specs import Columns


class Probe(Model):
    """Every kind of field that sync has to cope with."""

    number: float = 0.0
    text: str = ""
    bounded: int = 0
    items: list[Any] = []
    child: Model | None = None
    children: list[Model] = []
    data: Columns = {}
    images: Columns = {}
