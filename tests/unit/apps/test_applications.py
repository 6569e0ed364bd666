"""Scripts: compiled once, executed once per session, forgotten afterwards."""

import gc
import logging
import sys
import weakref

import pytest

from syncd import models
from syncd.apps import (
    Address,
    Cookie,
    Headers,
    Request,
    ServerContext,
    SessionContext,
    find_applications,
    load_application,
)
from syncd.document import Document, curdoc, current
from syncd.errors import AppError, ConfigError
from syncd.model import registry
from syncd.tokens import SessionClaims


@pytest.fixture
def script(tmp_path):
    def script(text, name="app.py"):
        path = tmp_path / name
        path.write_text(text)
        return path

    return script


def run(path):
    document = Document()
    execution = load_application(path).execution()
    with current(document):
        execution(document)
    return document, execution


def test_the_route_is_the_files_name(script):
    assert load_application(script("", "sliders.py")).route == "/sliders"


def test_apps_come_in_the_order_of_their_routes(script):
    paths = [script("", "b.py"), script("", "a.py")]
    assert list(find_applications(paths)) == ["/a", "/b"]


def test_the_same_file_twice_is_one_app(script):
    path = script("")
    assert list(find_applications([path, path])) == ["/app"]


def test_two_files_of_one_name_are_an_error(script, tmp_path):
    (tmp_path / "other").mkdir()
    paths = [script(""), script("", "other/app.py")]
    with pytest.raises(ConfigError, match="has the same"):
        find_applications(paths)


@pytest.mark.parametrize("name", ["static.py", "metrics.py", "healthz.py"])
def test_names_that_the_daemon_needs_are_taken(script, name):
    with pytest.raises(ConfigError, match="taken"):
        load_application(script("", name))


@pytest.mark.parametrize("name", ["a<b>.py", "a?b.py", "a#b.py", "a\nb.py"])
def test_names_that_cannot_stand_in_an_address_are_refused(script, name):
    with pytest.raises(ConfigError, match="address"):
        load_application(script("", name))


def test_a_file_that_ends_otherwise_is_an_error(script):
    with pytest.raises(ConfigError, match=r"\.py or \.ipynb"):
        load_application(script("", "app.txt"))


def test_a_function_is_an_application(script):
    def sliders(doc):
        doc.title = "of a function"

    found = find_applications([sliders, script("", "bars.py")])
    assert list(found) == ["/bars", "/sliders"]
    document = Document()
    found["/sliders"].execution()(document)
    assert document.title == "of a function"


def test_applications_may_be_given_routes():
    found = find_applications({"/": print, "deep": print, "/other/": print})
    assert list(found) == ["/", "/deep", "/other"]
    with pytest.raises(ConfigError, match="address"):
        find_applications({"/a/b": print})


def test_a_function_that_takes_no_document_is_an_error():
    with pytest.raises(AppError, match="must have signature"):
        load_application(lambda: None, route="/app")


def test_a_missing_file_is_an_error_that_names_it(tmp_path):
    with pytest.raises(ConfigError, match=r"nope\.py"):
        load_application(tmp_path / "nope.py")


def test_a_syntax_error_is_found_before_anything_runs(script):
    with pytest.raises(AppError) as caught:
        load_application(script("x =\n"))
    assert isinstance(caught.value.cause, SyntaxError)
    assert caught.value.cause.lineno == 1


def test_a_script_knows_its_file_and_has_a_name_of_its_own(script):
    path = script("from builtins import print\nfound = (__name__, __file__)\n")
    first, second = run(path)[1], run(path)[1]
    assert first.module_name != second.module_name
    module = sys.modules[first.module_name]
    assert module.found == (first.module_name, str(path))
    assert first.module_name.startswith("bokeh_app_")
    first.close()
    second.close()
    assert first.module_name not in sys.modules


def test_a_script_sees_no_arguments_of_the_daemon(script):
    path = script("import sys\nfound = sys.argv\n")
    before = sys.argv
    execution = run(path)[1]
    assert sys.modules[execution.module_name].found == [path.name]
    assert sys.argv is before
    execution.close()


def test_the_current_document_is_the_sessions(script):
    path = script("from syncd.document import curdoc\ncurdoc().title = 'mine'\n")
    outside = curdoc()
    document, execution = run(path)
    assert document.title == "mine"
    assert curdoc() is outside
    execution.close()


def test_neighbours_can_be_imported_while_the_script_runs(script):
    script("answer = 42\n", "docsync_test_neighbour.py")
    path = script("from docsync_test_neighbour import answer\n")
    before = list(sys.path)
    execution = run(path)[1]
    assert sys.modules[execution.module_name].answer == 42
    assert sys.path == before
    execution.close()
    del sys.modules["docsync_test_neighbour"]


def test_the_path_is_restored_when_the_script_fails(script):
    before = list(sys.path)
    with pytest.raises(ZeroDivisionError):
        run(script("1 / 0\n"))
    assert sys.path == before


def test_sys_exit_is_a_failure_of_the_script_only(script):
    with pytest.raises(RuntimeError, match=r"sys\.exit\(3\)"):
        run(script("import sys\nsys.exit(3)\n"))


def test_dataclasses_with_postponed_annotations_work(script):
    path = script(
        "from __future__ import annotations\n"
        "from dataclasses import dataclass\n"
        "@dataclass\n"
        "class Point:\n"
        "    x: int = 0\n"
        "point = Point(1)\n"
    )
    execution = run(path)[1]
    assert sys.modules[execution.module_name].point.x == 1
    execution.close()


def test_closing_frees_what_the_script_made_without_the_collector(script):
    path = script(
        "class Thing: pass\n"
        "thing = Thing()\n"
        "def callback():\n"
        "    return thing\n"
        "thing.callback = callback\n"
    )
    execution = run(path)[1]
    thing = weakref.ref(sys.modules[execution.module_name].thing)
    gc.disable()
    try:
        module = sys.modules[execution.module_name]
        module.thing.callback = None
        del module
        execution.close()
        assert thing() is None
    finally:
        gc.enable()


def context(asked=None, **claims):
    claims = SessionClaims("name", **claims)
    return SessionContext.of(claims, ServerContext("/app"), asked)


def test_arguments_are_bytes_as_in_bokeh():
    found = context({"N": ["10", "€"]})
    assert found.request.arguments == {"N": [b"10", "€".encode()]}
    assert found.token_payload == {"session_id": "name"}
    assert not found.destroyed


def test_signed_arguments_come_before_the_pages():
    found = context({"N": ["1"], "M": ["2"]}, arguments={"N": ["9"]}, user="ann")
    assert found.request.arguments == {"N": [b"9"], "M": [b"2"]}
    assert found.user == "ann"
    assert found.token_payload == {
        "session_id": "name",
        "user": "ann",
        "arguments": {"N": ["9"]},
    }


def test_arguments_that_are_no_text_do_no_harm():
    assert context({"N": ["\ud800"]}).request.arguments == {"N": [b"?"]}


def test_other_attributes_are_missing_and_the_error_says_which_there_are():
    with pytest.raises(AttributeError, match="arguments, headers, cookies"):
        _ = context().request.connection
    with pytest.raises(AttributeError, match="token_payload"):
        _ = context().users


def test_arguments_of_our_own_are_not_the_applications():
    found = context({"bokeh-x": ["1"], "docsync-y": ["2"], "N": ["3"]})
    assert found.request.arguments == {"N": [b"3"]}


def test_what_process_request_returns_joins_the_payload():
    found = context()
    found.add_payload({"team": 7})
    assert found.token_payload == {"session_id": "name", "team": 7}
    with pytest.raises(ValueError, match="session_id"):
        found.add_payload({"session_id": "x"})
    with pytest.raises(ValueError, match="a dict"):
        found.add_payload(None)


@pytest.mark.parametrize("word", ["def", "async def"])
def test_process_request_may_be_a_coroutine_function(tmp_path, word):
    (tmp_path / "main.py").write_text("")
    (tmp_path / "app_hooks.py").write_text(
        f"{word} process_request(request):\n    return dict(asked=request.arguments)\n"
    )
    document = Document()
    document.session_context = context({"N": ["1"]})
    # It waits for nothing, so one step is all; others may have a loop running.
    document.on_awaitable = lambda awaitable: next(awaitable.__await__(), None)
    load_application(tmp_path).execution()(document)
    assert document.session_context.token_payload["asked"] == {"N": [b"1"]}


def test_without_a_server_there_is_no_session():
    found = context()
    assert found.session is None
    assert found.document is None
    assert found.logout_url is None
    assert found.server_context.sessions == []
    assert found.server_context.application_context.url == "/app"


def test_a_request_has_the_parts_that_tornado_has_for_it():
    address = Address("/at/app", "https", "Acme.com:8443", "192.0.2.7")
    request = Request({"N": [b"1", b"a b"], "\xe9": [b"&"]}, address=address)
    assert request.query == "N=1&N=a%20b&%C3%A9=%26"
    assert request.uri == f"/at/app?{request.query}"
    assert request.full_url() == f"https://Acme.com:8443{request.uri}"
    assert (request.method, request.version) == ("GET", "HTTP/1.1")
    assert (request.host_name, request.remote_ip) == ("acme.com", "192.0.2.7")
    assert (request.body, request.files, request.body_arguments) == (b"", {}, {})
    assert request.query_arguments == request.arguments
    assert Request(address=address).uri == "/at/app"


def test_a_request_is_printed_without_what_does_not_belong_into_logs():
    request = Request({"pin": [b"swordfish"]}, {"A": "secret"}, {"b": Cookie("secret")})
    assert repr(request) == "<Request GET />"


def test_a_request_of_no_page_has_the_path_of_its_application():
    assert context().request.path == "/app"


def test_a_cookie_has_a_value_as_tornados_have():
    assert Cookie("blue").value == "blue" == Cookie("blue")


def test_headers_are_found_in_any_case():
    headers = Headers({"user-agent": "curl"})
    assert headers["User-Agent"] == headers.get("USER-AGENT") == "curl"
    assert "user-agent" in headers
    assert headers.get("cookie") is None
    assert headers.get_list("user-agent") == ["curl"]
    assert headers.get_list("cookie") == []


def test_what_scripts_add_to_the_import_path_is_not_there_for_ever(script):
    before = [*sys.path]
    path = script(
        "import sys\nsys.path.append('/nowhere')\nsys.path = [*sys.path, '/else']\n"
        "import docsync_test_nothing\n"
    )
    script("", "docsync_test_nothing.py")
    for _ in range(3):
        run(path)[1].close()
    assert sys.path == before
    del sys.modules["docsync_test_nothing"]


def test_a_script_that_goes_on_after_another_has_ended_finds_its_own(
    script, monkeypatch
):
    """As when it has waited for something meanwhile."""
    before, argv = [*sys.path], sys.argv
    inner = load_application(
        script("import sys\nsys.path.append('/nowhere')\n", "inner.py")
    )
    outer = load_application(
        script(
            "import sys\nsys.path.append('/own')\n"
            "for _ in range(3):\n"
            "    meanwhile()\n"
            "assert sys.argv == ['outer.py', '--N'], sys.argv\n"
            "assert sys.path.count('/nowhere') == 1, sys.path\n"
            "assert '/own' in sys.path\n",
            "outer.py",
        ),
        ["--N"],
    )

    def meanwhile():
        execution = inner.execution()
        execution(Document())
        execution.close()

    monkeypatch.setattr("builtins.meanwhile", meanwhile, raising=False)
    execution = outer.execution()
    execution(Document())
    execution.close()
    assert sys.path == before
    assert sys.argv is argv


def test_an_application_is_served_where_the_mapping_says(script):
    application = load_application(script(""))
    found = find_applications({"/one": application, "/": application})
    assert {route: app.route for route, app in found.items()} == {
        "/": "/",
        "/one": "/one",
    }
    assert list(find_applications([application])) == ["/app"]


def test_the_logger_of_a_script_goes_with_its_session(script):
    path = script("import logging\nlog = logging.getLogger(__name__)\n")
    before = {*logging.root.manager.loggerDict}
    _, execution = run(path)
    name = execution.module_name
    assert name in logging.root.manager.loggerDict
    execution.close()
    assert {*logging.root.manager.loggerDict} <= before


def test_a_model_of_a_script_takes_no_name_of_ours(script):
    """Other sessions would get it, whose module may be gone."""
    text = "from syncd.model import DataModel\nclass FieldLink(DataModel): ...\n"
    run(script(text))[1].close()
    one, other = models.Slider(), models.Slider()
    one.js_link("value", other, "value")
    assert registry.lookup("FieldLink") is models.FieldLink
    text = text.replace("FieldLink", "OfAScript")
    run(script(text))[1].close()
    assert registry._classes.pop("OfAScript").__module__.startswith("bokeh_app_")


def test_contexts_keep_what_applications_set_on_them():
    found = context()
    found.server_context.prices = [1, 2]
    found.started = "now"
    assert found.server_context.prices == [1, 2]
    assert found.started == "now"
    assert not hasattr(context().server_context, "prices")
