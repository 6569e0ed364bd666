"""Which renderers belong together when one of them is meant."""

from syncd.model import Model


__all__ = ["GroupBy", "GroupByModels", "GroupByName"]


class GroupBy(Model):
    """Says which renderers belong together."""


class GroupByModels(GroupBy):
    """Groups that are listed."""

    groups: list[list[Model]] = []
    "The groups, each a list of renderers."


class GroupByName(GroupBy):
    """Renderers of one name are a group."""
