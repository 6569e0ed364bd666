"""What ``flask run`` and ``gunicorn application:app`` look for."""

from app import create_app


app = create_app()
