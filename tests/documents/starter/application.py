# left out
from flask import Flask

from app.syncd import bp

app = Flask(__name__, template_folder="app/templates")
app.register_blueprint(bp)
