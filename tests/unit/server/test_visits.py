"""Pages wait for their sessions, but for none for ever."""

import re
from types import SimpleNamespace

import pytest

from syncd.apps import Application
from syncd.document import Document
from syncd.errors import LimitError
from syncd.model.registry import registered
from syncd.models import (
    AjaxDataSource,
    ColumnDataSource,
    DataTable,
    Div,
    HTMLTemplateFormatter,
    ImageURLTexture,
    TableColumn,
    TileSource,
    WebDataSource,
)
from syncd.plotting import figure
from syncd.server import visits as module
from syncd.server.handshake import RefusalError
from syncd.server.visits import Visit, Visits
from syncd.session import SessionEndedError
from syncd.tokens import SessionClaims


class Stuck:
    """A session that never comes to its turn."""

    failure = None

    def put(self, call):
        pass


class Mapped(Stuck):
    """A session whose document has maps."""

    def __init__(self, *urls):
        self.document = Document()
        for url in urls:
            plot = figure()
            plot.add_tile(url)
            self.document.add_root(plot)

    def put(self, call):
        call.reply(call.function(self), None)


class Ended(Stuck):
    def put(self, call):
        call.reply(None, SessionEndedError("it is over"))


def visits_of(session):
    def enter(admission, arguments):
        if isinstance(session, Exception):
            raise session
        return session

    service = SimpleNamespace(
        enter=enter,
        filter=SimpleNamespace(facts=lambda application, environ: None),
        metrics=SimpleNamespace(refused=0),
        settings=SimpleNamespace(allow_eval=False, image_origin=()),
        gate=SimpleNamespace(
            mode="unsigned",
            new_claims=lambda _: SessionClaims("id"),
            whole_id=lambda claims: claims.id,
            page_token=lambda _: None,
        ),
    )
    return Visits(service)


def answer(session, path="/app", application=None, **more):
    environ = {"PATH_INFO": path, "REQUEST_METHOD": "GET", **more}
    application = application or Application("/app", print)
    visits = session if isinstance(session, Visits) else visits_of(session)
    return visits.answer(Visit(application, environ))


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    monkeypatch.setattr(module, "_MORE_PATIENCE", 0.01)


def test_a_page_goes_without_a_document_that_takes_long():
    page = answer(Stuck())
    assert page.status == "200 OK"
    assert b'token="id"' in page.body
    assert b"<title>app</title>" in page.body


def test_a_page_of_its_own_that_takes_long_is_an_error():
    application = Application("/app", print, template=object())
    page = answer(Stuck(), application=application)
    assert page.status == "503 Service Unavailable"
    assert ("Retry-After", "5") in page.headers


def test_a_page_allows_pictures_from_where_the_tiles_of_its_maps_come_from():
    def images(*urls):
        policy = dict(answer(Mapped(*urls)).headers)["Content-Security-Policy"]
        return next(part for part in policy.split("; ") if part.startswith("img-src"))

    plain = "img-src 'self' data: blob:"
    one, two = (
        "https://a.example.org/{z}/{x}/{y}.png",
        "http://b.example.org:81/{q}.png",
    )
    assert images() == images("/own/{z}/{x}/{y}.png") == plain
    assert images(one, two, one) == (
        "img-src 'self' http://b.example.org:81 https://a.example.org data: blob:"
    )


def images_of(*roots, again=()):
    """Return from where a page with these roots takes pictures, and when seen once more."""
    session = Mapped()
    for root in roots:
        session.document.add_root(root)
    desk = visits_of(session)
    told = []
    for more in ((), again):
        for root in more:
            session.document.add_root(root)
        policy = dict(answer(desk).headers)["Content-Security-Policy"]
        part = next(part for part in policy.split("; ") if part.startswith("img-src"))
        told.append(part.removeprefix("img-src 'self'").removesuffix(" data: blob:"))
    return told if again else told[0]


def with_pictures(*urls):
    plot = figure()
    plot.image_url(url=list(urls), x=[0] * len(urls), y=0, w=1, h=1)
    return plot


def test_a_page_allows_the_pictures_that_its_application_names():
    assert images_of(with_pictures("/own.png", "data:image/png;base64,AA==")) == ""
    two = with_pictures("https://a.example.org/1.png?x=1", "http://b.example.org:81/2")
    assert images_of(two) == " http://b.example.org:81 https://a.example.org"
    logo = Div(text="<p>Ours <img alt='' src='HTTPS://Logos.example.org/l.svg'></p>")
    assert images_of(logo) == " https://logos.example.org"
    assert images_of(ImageURLTexture(url="https://t.example.org/t.png")) == (
        " https://t.example.org"
    )


def test_a_page_allows_the_pictures_of_rows_that_markup_shows():
    rows = {"x": [1, 2], "photo": [None, "https://p.example.org/1.jpg"]}
    shown = TableColumn(
        field="photo",
        formatter=HTMLTemplateFormatter(template="<img src='<%= value %>'>"),
    )
    table = DataTable(source=ColumnDataSource(rows), columns=[shown])
    assert images_of(table) == " https://p.example.org"
    plot = figure(tooltips="<div><img src='@photo' height='42'></div>")
    plot.scatter("x", "x", source=ColumnDataSource(rows))
    assert images_of(plot) == " https://p.example.org"


def test_a_page_allows_no_pictures_that_nothing_shows():
    source = ColumnDataSource({"link": ["https://p.example.org/1.jpg"]})
    column = TableColumn(field="link")
    assert images_of(DataTable(source=source, columns=[column])) == ""
    linked = Div(text="<a href='https://p.example.org/'>there</a>")
    assert images_of(linked) == ""
    odd = Div(text="<img src='https://p.example.org;script-src *'>")
    assert images_of(odd) == ""


def test_pictures_that_others_name_later_are_allowed_on_no_page():
    one, two = "https://a.example.org/1.png", "https://b.example.org/1.png"
    assert images_of(with_pictures(one), again=[with_pictures(two)]) == [
        " https://a.example.org",
        " https://a.example.org",
    ]


def test_a_page_that_goes_without_its_document_allows_what_the_last_one_did():
    sessions = [Mapped("https://a.example.org/{z}/{x}/{y}.png"), Stuck(), Mapped()]
    waiting = iter([*sessions, Stuck()])
    desk = visits_of(None)
    desk._service.enter = lambda admission, arguments: next(waiting)
    policies = [dict(answer(desk).headers)["Content-Security-Policy"] for _ in range(4)]
    allowed = ["https://a.example.org" in policy for policy in policies]
    assert allowed == [True, True, False, False]


def test_a_page_names_no_more_than_a_header_holds():
    many = [f"https://n{number}.example.org/1.png" for number in range(100)]
    assert images_of(with_pictures(*many)).count(" https://") == 32


def test_a_page_may_ask_where_the_rows_of_its_sources_come_from():
    def told(*urls):
        session = Mapped()
        for url in urls:
            session.document.add_root(AjaxDataSource(data_url=url))
        policy = dict(answer(session).headers)["Content-Security-Policy"]
        return [part for part in policy.split("; ") if part.startswith("connect-src")]

    assert told("/own/rows") == []
    assert told("https://a.example.org/rows", "/own") == [
        "connect-src 'self' https://a.example.org"
    ]


def test_a_session_that_ends_meanwhile_is_told():
    page = answer(Ended())
    assert page.status == "410 Gone"
    assert b"It is over" in page.body


def test_no_room_is_told():
    page = answer(RefusalError("too_many_sessions", "there are 5"))
    assert page.status == "503 Service Unavailable"
    assert b"There are 5" in page.body


@pytest.mark.parametrize(
    ("path", "url", "script"),
    [("/", ".", "./autoload.js"), ("/docs/", ".", "./autoload.js")],
)
def test_an_application_at_the_root_finds_itself(path, url, script):
    page = answer(Stuck(), path, Application("/", print)).body.decode()
    assert re.search(r'<docsync-document url="([^"]*)"', page)[1] == url
    assert re.search(r'type="module" src="([^"]*)"', page)[1] == script
    assert 'href="./favicon.ico"' in page


@pytest.mark.parametrize(
    "header", [{"HTTP_SEC_PURPOSE": "prefetch;prerender"}, {"HTTP_PURPOSE": "prefetch"}]
)
def test_a_page_that_is_fetched_ahead_begins_nothing(header):
    assert b"token" not in answer(None, **header).body


def test_a_page_of_its_own_is_not_given_ahead():
    """The visitor would see syncd's own page in its place."""
    application = Application("/app", print, template=object())
    ahead = answer(None, application=application, HTTP_SEC_PURPOSE="prefetch")
    assert ahead.status == "503 Service Unavailable"
    assert ("Cache-Control", "no-store") in ahead.headers
    head = answer(None, application=application, REQUEST_METHOD="HEAD")
    assert head.status == "200 OK"
    assert "default-src" not in dict(head.headers)["Content-Security-Policy"]


class Slow(Stuck):
    """A session whose turn comes when the test says so."""

    def __init__(self):
        self.calls = []

    def put(self, call):
        self.calls.append(call)


class Full(Stuck):
    """A session for which enough wait already."""

    def put(self, call):
        call.reply(None, LimitError("requests", 257, 256))


def test_a_page_for_which_there_is_no_room_to_wait_is_told():
    page = answer(Full())
    assert page.status == "503 Service Unavailable"
    assert b"Too busy" in page.body
    assert ("Retry-After", "5") in page.headers


@pytest.mark.parametrize("mode", ["no-cors", "navigate"])
@pytest.mark.parametrize("site", ["same-origin", "same-site", "cross-site", "none"])
@pytest.mark.parametrize("dest", ["image", "script", "style", "video", "worker"])
def test_a_page_that_is_asked_for_as_something_else_makes_no_session(site, dest, mode):
    slow = Slow()
    fetch = {"DEST": dest, "SITE": site, "MODE": mode}
    told = {f"HTTP_SEC_FETCH_{name}": value for name, value in fetch.items()}
    assert answer(slow, **told).status == "200 OK"
    assert not slow.calls


@pytest.mark.parametrize(
    ("dest", "mode", "site"),
    [
        ("document", "navigate", "none"),
        ("document", "navigate", "cross-site"),
        ("iframe", "navigate", "same-site"),
        ("iframe", "navigate", "cross-site"),
        ("empty", "cors", "same-origin"),
    ],
)
def test_a_page_that_is_shown_makes_one(dest, mode, site):
    slow = Slow()
    fetch = {"DEST": dest, "SITE": site, "MODE": mode}
    answer(slow, **{f"HTTP_SEC_FETCH_{name}": value for name, value in fetch.items()})
    assert len(slow.calls) == 1


def test_policies_hear_of_every_model_that_names_an_origin():
    named = [
        cls
        for cls in registered().values()
        if isinstance(getattr(cls, "origin", None), property)
    ]
    assert {TileSource, WebDataSource} <= set(named)
    assert all(cls._elsewhere for cls in named)
