"""The live pages. ``sliders.py`` beside this file is not imported: syncd runs it."""

from flask import Blueprint


bp = Blueprint("docsync", __name__)

from app.docsync import routes  # noqa: E402, F401 - they need the blueprint
