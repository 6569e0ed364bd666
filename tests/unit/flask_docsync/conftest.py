import pytest
from flask import Flask

from flask_docsync import DocSync


KEY = "a-key-for-tests-only-0123456789abcdef"


@pytest.fixture
def app_factory():
    def make(name="site", **config):
        app = Flask(name)
        app.config.update(config)
        app.register_extension(DocSync(app))
        return app

    return make


@pytest.fixture
def app(app_factory):
    return app_factory(DOCSYNC_URL="/docsync", DOCSYNC_SECRET_KEY=KEY)


@pytest.fixture
def render(app):
    """Render a template inside a request and return the page."""

    def render(template, **options):
        from flask import render_template_string

        with app.test_request_context(**options):
            return render_template_string(template)

    return render
