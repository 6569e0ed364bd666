import re

import pytest

from app import create_app


KEY = "a-key-for-tests-only-0123456789abcdef"


@pytest.fixture
def app():
    return create_app(
        SECRET_KEY="a key of the tests",
        DOCSYNC_SECRET_KEY=KEY,
        DOCSYNC_URL="/docsync",
        DOCSYNC_CONTROL_URL="http://127.0.0.1:1",  # nobody listens there
        DOCSYNC_CONTROL_TIMEOUT=1,
        TESTING=True,
    )


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def token_of():
    """Find the hidden token in a page's form."""

    def find(page):
        return re.search(r'name="csrf" value="([^"]+)"', page.text)[1]

    return find


@pytest.fixture
def log_in(client, token_of):
    def post(**fields):
        form = {"user": "demo", "password": "demo", "next": "", **fields}
        form.setdefault("csrf", token_of(client.get("/login")))
        return client.post("/login", data=form)

    return post
