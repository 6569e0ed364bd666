# left out
from flask import Blueprint

bp = Blueprint("syncd", __name__)

from app.syncd import routes, signed
