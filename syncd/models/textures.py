"""Hatches of the application's own."""

from typing import Literal

from syncd.models.callbacks import Coded


__all__ = ["CanvasTexture", "ImageURLTexture", "Texture"]


class Texture(Coded):
    """What areas are covered with, under a name that their ``hatch_pattern`` may have.

    Only Python can make and change one.
    """

    repetition: Literal["repeat", "repeat_x", "repeat_y", "no_repeat"] = "repeat"
    "The directions in which it goes on."


class CanvasTexture(Texture):
    """A hatch that code draws.

    For what the code may do and needs see `CustomJS`. Where a page forbids such
    code, areas have no hatch, and the browser's console says why.
    """

    code: str = ""
    """The body of a function that draws one tile.

    It is given ``ctx``, the context of a square canvas, ``color``, ``scale``,
    the length of a side in CSS pixels, and ``weight``, the width of lines.
    """


class ImageURLTexture(Texture):
    """A hatch that is a picture, as large as the picture is."""

    url: str = ""
    """The address of the picture: ``http``, ``https``, relative, or data of a picture.

    Other addresses show nothing. The policy of the page must allow it with
    ``img-src``, as pages of syncd's own do. A figure with a picture of a server that
    says nothing of that (CORS) cannot be saved.
    """
