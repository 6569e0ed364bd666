from pathlib import Path

import pytest
from flask import Flask

from flask_docsync import DocSync
from support.daemon import SECRET_KEY, daemon
from syncd.client.pool import close_idle


HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def syncd():
    """A daemon that takes only ids signed by the web application."""
    apps = [HERE / "apps" / "panel.py", HERE / "apps" / "broken.py"]
    with daemon("--session-ids", "external-signed", apps=apps) as running:
        yield running


@pytest.fixture
def app_factory():
    def make(control_url, **config):
        app = Flask("site")
        app.config.update(
            {
                "DOCSYNC_SECRET_KEY": SECRET_KEY,
                "DOCSYNC_CONTROL_URL": control_url,
                "DOCSYNC_URL": "/docsync",
                **config,
            }
        )
        DocSync(app)
        return app

    yield make
    close_idle()


@pytest.fixture
def app(syncd, app_factory):
    app = app_factory(syncd.control_url)
    with app.app_context():
        yield app
