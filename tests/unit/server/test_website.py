"""Addresses that two might claim."""

import pytest
from werkzeug.test import EnvironBuilder

from syncd.apps import Application
from unit.server.test_standing import make_answers, make_service


@pytest.fixture
def website(tmp_path):
    """The site of an application at ``/`` that has files of its own."""
    (tmp_path / "manifest.json").write_text("mine")
    (tmp_path / "own.css").write_text("mine, too")
    application = Application("/", print, static=tmp_path)
    return make_answers(make_service(application=application))[1]


def get(website, path):
    with website.respond(EnvironBuilder(path).get_environ()) as response:
        response.direct_passthrough = False
        return response.status_code, response.get_data()


def test_an_application_at_the_root_hides_no_file_of_the_daemon(website):
    status, data = get(website, "/static/manifest.json")
    assert status == 200
    assert data != b"mine"
    assert get(website, "/static/own.css") == (200, b"mine, too")
