"""Pages are opened where somebody sits, and not where scripts are served."""

import webbrowser

import pytest

from syncd.document import Document, current
from syncd.util.browser import get_browser_controller, view


@pytest.fixture
def opened(monkeypatch):
    """Return what a browser of this machine was asked for."""
    asked = []

    class Browser:
        def open(self, url, new=0, autoraise=True) -> bool:
            asked.append((url, new, autoraise))
            return True

    monkeypatch.setattr(webbrowser, "get", lambda name=None: Browser())
    return asked


def test_an_address_and_a_path_are_opened(opened, tmp_path) -> None:
    view("http://here.test/", new="tab")
    view(str(tmp_path))
    assert opened == [
        ("http://here.test/", 2, True),
        (tmp_path.resolve().as_uri(), 0, True),
    ]


def test_served_scripts_open_nothing(opened, caplog) -> None:
    document = Document()
    document.session_context = object()
    with current(document):
        view("http://here.test/")
    assert opened == []
    assert "opens nothing" in caplog.text


def test_the_browser_that_opens_nothing() -> None:
    assert get_browser_controller("none").open("http://here.test/")


def test_a_way_that_there_is_not(opened) -> None:
    with pytest.raises(RuntimeError, match="expected one of same, window, tab"):
        view("http://here.test/", new="elsewhere")
    assert opened == []


def test_the_environment_names_the_browser(
    opened, monkeypatch, caplog, tmp_path
) -> None:
    monkeypatch.setenv("DOCSYNC_BROWSER", "None")
    view("http://here.test/")
    assert opened == []
    monkeypatch.delenv("DOCSYNC_BROWSER")
    view(tmp_path / "http_report.html")
    assert opened == [((tmp_path / "http_report.html").as_uri(), 0, True)]


def test_a_browser_that_refuses_is_logged(monkeypatch, caplog) -> None:
    class Browser:
        def open(self, url, new=0, autoraise=True) -> bool:
            return False

    monkeypatch.setattr(webbrowser, "get", lambda name=None: Browser())
    view("http://here.test/")
    assert "opened nothing" in caplog.text
