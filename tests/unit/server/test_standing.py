"""Standing answers are those that the website would give."""

from types import SimpleNamespace

import pytest

from syncd.apps import Application
from syncd.config import Settings
from syncd.server.bundle import Bundle
from syncd.server.front import Front
from syncd.server.handshake import socket_route
from syncd.server.origin import AllowedOrigins
from syncd.server.standing import StandingAnswers
from syncd.server.visits import Visits, page_policy
from syncd.server.website import Website
from syncd.tokens import SessionClaims


TOKEN = "a.token-of~letters_1"


class Session:
    """One whose document is there at once."""

    document = SimpleNamespace(title="Sliders", template=None, models={})

    def put(self, call):
        call.reply(call.function(self), None)


def make_service(
    mode="signed", token=TOKEN, prefix="", *, application=None, **settings
):
    application = application or Application('/a"b', print)
    settings = Settings(prefix=prefix, **settings)
    return SimpleNamespace(
        enter=lambda admission, arguments: Session(),
        filter=SimpleNamespace(facts=lambda application, environ: None),
        metrics=SimpleNamespace(refused=0),
        settings=settings,
        front=Front(settings),
        applications={application.route: application},
        bundle=Bundle(),
        origins=AllowedOrigins(["https://acme.com"]),
        gate=SimpleNamespace(
            mode=mode,
            application=lambda _: application,
            page_token=lambda _: token,
            new_claims=lambda _: SessionClaims("id"),
            whole_id=lambda _: token,
        ),
    )


def make_answers(service):
    visits = Visits(service)
    return StandingAnswers(service, visits), Website(service, visits)


def environ(path, method="GET", **more):
    return {
        "PATH_INFO": path,
        "REQUEST_METHOD": method,
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "wsgi.url_scheme": "http",
    } | more


PATHS = {
    "page": '/a"b',
    "script": '/a"b/autoload.js',
    "health": "/healthz",
    "metadata": '/a"b/metadata',
}


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("prefix", ["", "/docs"])
def test_nothing_differs_from_what_the_website_says(name, prefix):
    service = make_service(prefix=prefix)
    request = environ(prefix + PATHS[name])
    standing, website = make_answers(service)
    said = website.respond(request)
    for _ in range(2):
        answer = standing.find(request)
        assert answer.body == said.get_data()
        assert answer.status == said.status
        headers = {
            (key, value)
            for key, value in said.headers
            if key not in {"Content-Length", "Date"}
        }
        assert set(answer.headers) == headers


@pytest.mark.parametrize("allow_eval", [True, False])
def test_pages_allow_code_of_applications_where_an_operator_says_so(allow_eval):
    standing, website = make_answers(make_service(allow_eval=allow_eval))
    request = environ('/a"b')
    policy = dict(standing.find(request).headers)["Content-Security-Policy"]
    said = website.respond(request).headers["Content-Security-Policy"]
    assert policy == said
    assert ("script-src 'self' 'unsafe-eval'" in policy) is allow_eval


def test_pages_allow_pictures_from_where_an_operator_says():
    service = make_service(image_origin=("https://b.example.org", "https://*.a.org"))
    policy = page_policy(service.settings)
    assert "img-src 'self' https://*.a.org https://b.example.org data: blob:" in policy
    assert page_policy(make_service().settings).count("https:") == 0


def test_every_page_has_a_token_of_its_own():
    service = make_service()
    standing, _ = make_answers(service)
    for token in ("one", "two"):
        service.gate.whole_id = lambda _, token=token: token
        assert f'token="{token}"'.encode() in standing.find(environ('/a"b')).body


@pytest.mark.parametrize(
    "request_",
    [
        environ('/a"b', method="HEAD"),
        environ('/a"b', method="POST"),
        environ('/a"b/'),
        environ('/a"b', QUERY_STRING="N=1"),
        environ('/a"b', HTTP_ORIGIN="https://acme.com"),
        environ('/a"b/autoload.js', HTTP_IF_NONE_MATCH='"x"'),
        environ("/"),
        environ("/other"),
    ],
)
def test_what_could_make_a_difference_is_left_to_the_website(request_):
    standing, _ = make_answers(make_service())
    assert standing.find(request_) is None


def test_pages_that_are_elsewhere_say_so():
    standing, _ = make_answers(make_service(mode="external-signed"))
    assert standing.find(environ('/a"b')).status == "403 Forbidden"


@pytest.mark.parametrize("prefix", ["", "/docs"])
def test_an_application_at_the_root_hides_nothing_of_the_daemons(prefix, tmp_path):
    (tmp_path / "manifest.json").write_text("mine")
    (tmp_path / "mine.css").write_text("mine")
    application = Application("/", print, static=tmp_path)
    service = make_service(prefix=prefix, application=application)
    standing, website = make_answers(service)

    def get(path):
        with website.respond(environ(prefix + path)) as response:
            response.direct_passthrough = False
            return response.get_data()

    assert b'url="."' in get("/")
    assert standing.find(environ(f"{prefix}/")).body == get("/")
    script = get("/autoload.js")
    assert b'from "./static/docsync-' in script
    assert standing.find(environ(f"{prefix}/autoload.js")).body == script
    assert b'{"url": "/"' in get("/metadata")
    assert get("/static/mine.css") == b"mine"
    assert get("/static/manifest.json") != b"mine"
    assert socket_route(f"{prefix}/ws", prefix) == "/"


@pytest.mark.parametrize("route", ["/", "/sliders"])
def test_a_prefix_without_its_slash_leads_to_the_one_with_it(route):
    """Everything in a page is relative to its address."""
    application = Application(route, print)
    service = make_service(prefix="/a/docs", application=application)
    standing, website = make_answers(service)
    asked = environ("/a/docs", QUERY_STRING="N=1")
    assert standing.find(asked) is None
    answer = website.respond(asked)
    assert (answer.status_code, answer.location) == (302, "./docs/?N=1")
    assert website.respond(environ("/a/docs/")).location in {None, "./sliders"}


def test_the_name_of_the_only_application_is_quoted():
    service = make_service(application=Application("/50% off?", print))
    answer = make_answers(service)[1].respond(environ("/", QUERY_STRING="N=%31"))
    assert answer.location == "./50%25%20off%3F?N=%31"


@pytest.mark.parametrize("prefix", ["", "/docs"])
def test_what_is_not_found_looks_like_the_other_pages(prefix):
    website = make_answers(make_service(prefix=prefix))[1]
    for path, root in (("/nope", "./"), ("/no/pe", "../")):
        page = website.respond(environ(prefix + path))
        assert page.status_code == 404
        assert f'href="{root}static/page.css"' in page.get_data(as_text=True)


def test_an_address_with_an_id_is_not_told_with_what_the_page_loads():
    service = make_service()
    service.gate.claims = lambda route, token: SessionClaims(token)
    website = make_answers(service)[1]
    asked = environ(PATHS["page"], QUERY_STRING="bokeh-session-id=abc")
    assert website.respond(asked).headers.getlist("Referrer-Policy") == ["no-referrer"]
    plain = website.respond(environ(PATHS["page"], QUERY_STRING="N=1"))
    assert plain.headers.getlist("Referrer-Policy") == ["same-origin"]
