"""The live pages. ``sliders.py`` and ``bars.py`` are not imported: syncd runs them."""

from flask import Blueprint


bp = Blueprint("docsync", __name__)

from app.docsync import routes  # noqa: E402, F401 - they need the blueprint
