"""``syncd serve --dev``: what is edited shows, and what people did stays."""

import os
import time

import pytest
import requests

from support.daemon import daemon as run_daemon
from support.dev import Page, edit, run_dev
from support.wait import eventually


SLIDERS = """
from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Div, Slider, TextInput

level = Slider(title="level", start=0, end=10, value=3)
other = Slider(title="other", start=0, end=10, value=3)
said = Div(name="said", text="nothing")
fixed = Div(name="fixed", text="old words")

def on_level(attr, old, new):
    said.text = f"it is {new}"

level.on_change("value", on_level)
curdoc().add_root(column(level, other, said, fixed))
"""


@pytest.fixture
def app(tmp_path):
    path = tmp_path / "app.py"
    path.write_text(SLIDERS)
    return path


def test_an_edit_shows_and_what_people_did_stays(app):
    with run_dev(app) as daemon, Page(daemon) as page:
        page.set("level", 7)
        edit(app, "old words", "new words")
        page.renewed()
        assert page.fields(title="level")["value"] == 7
        assert page.fields(title="other")["value"] == 3
        assert page.fields(name="fixed")["text"] == "new words"
        page.set("level", 8)


def test_callbacks_of_the_new_code_have_the_last_word(app):
    with run_dev(app) as daemon, Page(daemon) as page:
        page.set("level", 7)
        edit(app, "it is", "level:")
        assert page.renewed().fields(name="said")["text"] == "level: 7"


def test_values_follow_their_models_to_other_places(app):
    with run_dev(app) as daemon, Page(daemon) as page:
        page.set("other", 9)
        edit(app, "column(level, other", "column(Slider(title='new'), other, level")
        page.renewed()
        assert page.fields(title="other")["value"] == 9
        assert "value" not in page.fields(title="new")


def test_a_value_that_the_code_says_anew_is_the_codes(app):
    with run_dev(app) as daemon, Page(daemon) as page:
        page.set("level", 7)
        page.set("other", 9)
        edit(app, "end=10, value=3)\nother", "end=10, value=4)\nother")
        page.renewed()
        assert page.fields(title="level")["value"] == 4
        assert page.fields(title="other")["value"] == 9


def test_a_syntax_error_is_shown_and_the_old_document_goes_on(app):
    with run_dev(app) as daemon, Page(daemon) as page:
        page.set("level", 7)
        edit(app, "curdoc()", "curdoc((")
        error = page.ws.receive_type("error")
        assert "SyntaxError" in error["message"]
        assert "app.py" in error["traceback"]
        assert "syncd/dev" not in error["traceback"]
        daemon.wait_for_log(f"error {error['id']}")
        page.set("level", 8)
        answer = requests.get(f"{daemon.url}/app", timeout=20)
        assert answer.status_code == 500
        assert "SyntaxError" in answer.text
        edit(app, "curdoc((", "curdoc()")
        assert page.renewed().fields(title="level")["value"] == 8
        assert requests.get(f"{daemon.url}/app", timeout=20).status_code == 200


def test_code_that_fails_is_shown_and_the_old_document_goes_on(app):
    with run_dev(app) as daemon, Page(daemon) as page:
        page.set("level", 7)
        edit(app, "curdoc().add", "1 / 0\ncurdoc().add")
        error = page.ws.receive_type("error")
        assert error["message"].startswith("ZeroDivisionError")
        page.set("level", 8)
        edit(app, "1 / 0\n", "")
        assert page.renewed().fields(title="level")["value"] == 8


def test_an_application_that_is_gone_for_a_while(app):
    with run_dev(app) as daemon, Page(daemon) as page:
        page.set("level", 7)
        aside = app.rename(app.with_suffix(".aside"))
        error = page.ws.receive_type("error")
        assert str(app) in error["message"]
        page.set("level", 8)
        aside.rename(app)
        assert page.renewed().fields(title="level")["value"] == 8


def test_an_editor_that_replaces_the_file(app):
    with run_dev(app) as daemon, Page(daemon) as page:
        page.set("level", 7)
        other = app.with_name(".app.py.part")
        other.write_text(SLIDERS.replace("old words", "new words"))
        other.replace(app)
        page.renewed()
        assert page.fields(name="fixed")["text"] == "new words"
        assert page.fields(title="level")["value"] == 7
        with pytest.raises(TimeoutError):
            page.ws.receive(timeout=0.7)


def test_helpers_are_imported_anew(tmp_path):
    words, more, app = (tmp_path / f"{name}.py" for name in ("words", "more", "app"))
    more.write_text("WORD = 'aaa'\n")
    words.write_text("from more import WORD\n")
    app.write_text("from words import WORD\n" + SLIDERS.replace('"old words"', "WORD"))
    with run_dev(app) as daemon, Page(daemon) as page:
        assert page.fields(name="fixed")["text"] == "aaa"
        for word in ("bbb", "ccc"):  # as long, in the same second
            page.set("level", 7)
            more.write_text(f"WORD = '{word}'\n")
            page.renewed()
            assert page.fields(name="fixed")["text"] == word
            assert page.fields(title="level")["value"] == 7


def test_a_helper_with_an_error_is_shown(tmp_path):
    helper, app = tmp_path / "helper.py", tmp_path / "app.py"
    helper.write_text("WORD = 'aaa'\n")
    app.write_text("import helper\n" + SLIDERS)
    with run_dev(app) as daemon, Page(daemon) as page:
        helper.write_text("WORD = (\n")
        assert "helper.py" in page.ws.receive_type("error")["traceback"]
        page.set("level", 7)
        helper.write_text("WORD = 'aaa'\n")
        assert page.renewed().fields(title="level")["value"] == 7


def test_files_that_are_named_count_wherever_they_are(tmp_path, app):
    data = tmp_path / "elsewhere" / "data.txt"
    data.parent.mkdir()
    data.write_text("one")
    app.write_text(SLIDERS.replace('"old words"', f"open({str(data)!r}).read()"))
    with run_dev(app, files=[data]) as daemon, Page(daemon) as page:
        data.write_text("two")
        assert page.renewed().fields(name="fixed")["text"] == "two"


def test_modules_from_elsewhere_need_a_restart(tmp_path):
    folder, app = tmp_path / "lib", tmp_path / "apps" / "app.py"
    folder.mkdir()
    app.parent.mkdir()
    (folder / "faraway.py").write_text("WORD = 1\n")
    app.write_text("import faraway\n" + SLIDERS)
    env = {
        "PYTHONPATH": os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    }
    with run_dev(app, env=env) as daemon, Page(daemon) as page:
        page.set("level", 7)

        def noticed():
            with (folder / "faraway.py").open("a") as file:
                file.write("WORD = 22\n")
            time.sleep(0.5)
            return "restart syncd to use it" in daemon.log()

        eventually(noticed, daemon.log)
        page.set("level", 8)


def test_several_applications_are_reloaded_each_by_itself(tmp_path, app):
    other = tmp_path / "other.py"
    other.write_text(SLIDERS)
    with (
        run_dev(app, other) as daemon,
        Page(daemon) as page,
        Page(daemon, "/other") as another,
    ):
        edit(app, "old words", "new words")
        page.renewed()
        another.set("level", 7)


def test_several_sessions_are_renewed_each_with_its_values(app):
    with run_dev(app) as daemon, Page(daemon) as one, Page(daemon) as two:
        one.set("level", 1)
        two.set("level", 2)
        edit(app, "old words", "new words")
        assert one.renewed().fields(title="level")["value"] == 1
        assert two.renewed().fields(title="level")["value"] == 2


FOLDER = """
from syncd.io import curdoc
from syncd.models import Div, Slider
from . import helper

print("ran", flush=True)
curdoc().add_root(Slider(title="level", value=3, end=10))
curdoc().add_root(Div(name="fixed", text=helper.WORD))
curdoc().add_periodic_callback(lambda: print("tick of", helper.WORD, flush=True), 50)
"""

HOOKS = """
from . import helper

def on_server_loaded(context):
    print("loaded", helper.WORD, flush=True)

def on_server_unloaded(context):
    print("unloaded", helper.WORD, flush=True)

def on_session_created(context):
    print("created", helper.WORD, flush=True)

def on_session_destroyed(context):
    print("destroyed", helper.WORD, flush=True)

def process_request(request):
    return {"asked": 1}
"""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "app"
    for name in ("static", "templates"):
        (folder / name).mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "main.py").write_text(FOLDER)
    (folder / "helper.py").write_text("WORD = 'one'\n")
    (folder / "app_hooks.py").write_text(HOOKS)
    (folder / "static" / "page.css").write_text("h1 { color: red }")
    (folder / "templates" / "index.html").write_text(
        "{% extends base %}{% block contents %}<h1>old</h1>{% endblock %}"
    )
    return folder


def test_hooks_of_both_lives_are_called(folder):
    with run_dev(folder) as daemon, Page(daemon) as page:
        page.set("level", 7)
        (folder / "helper.py").write_text("WORD = 'two'\n")
        page.renewed()
        assert page.fields(title="level")["value"] == 7
        assert page.fields(name="fixed")["text"] == "two"
        daemon.wait_for_log("tick of two")
        log = daemon.log()
        order = [
            "loaded one",
            "created one",
            "unloaded one",
            "loaded two",
            "created two",
            "destroyed one",
        ]
        lines = [line for line in log.splitlines() if line in order]
        assert lines == order
        # Callbacks of the old life have ended with it.
        assert "tick of one" not in log[log.index("destroyed one") :]
    assert "destroyed two\nunloaded two" in "\n".join(
        line
        for line in daemon.log().splitlines()
        if "two" in line and "tick" not in line
    )


def test_what_hooks_have_set_up_stays_while_only_the_script_changes(folder):
    with run_dev(folder) as daemon, Page(daemon) as page:
        edit(folder / "main.py", "value=3", "value=4")
        assert page.renewed().fields(title="level")["value"] == 4
        assert daemon.log().count("loaded one") == 1
        assert daemon.log().count("created one") == 2


def test_a_template_that_changes_is_a_page_that_changes(folder):
    with run_dev(folder) as daemon, Page(daemon) as page:
        page.set("level", 7)
        edit(folder / "templates" / "index.html", "old", "new")
        assert page.renewed(4412).fields(title="level")["value"] == 7
        assert "<h1>new</h1>" in requests.get(f"{daemon.url}/app", timeout=20).text


def test_a_static_file_changes_the_page_and_nothing_else(folder):
    with run_dev(folder) as daemon, Page(daemon) as page:
        page.set("level", 7)
        page.whole = False
        (folder / "static" / "page.css").write_text("h1 { color: blue }")
        assert page.renewed(4412).fields(title="level")["value"] == 7
        assert daemon.log().count("\nran") == 1


def test_new_files_of_a_folder_are_noticed(folder):
    with run_dev(folder) as daemon, Page(daemon) as page:
        edit(folder / "main.py", "from . import helper", "from . import helper, extra")
        assert "ImportError" in page.ws.receive_type("error")["message"]
        (folder / "extra.py").touch()
        page.renewed()


def test_without_dev_nothing_is_reloaded(app):
    with run_daemon(apps=[app], secret_key=None) as daemon, Page(daemon) as page:
        edit(app, "old words", "new words")
        with pytest.raises(TimeoutError):
            page.ws.receive(timeout=1)


def test_it_says_that_it_is_for_development_only(app):
    with run_dev(app) as daemon:
        assert "not for production" in daemon.log()
        assert "127.0.0.1" in daemon.url


def test_the_application_may_come_after_the_option(app):
    with (
        run_daemon("--dev", str(app), secret_key=None) as daemon,
        Page(daemon) as page,
    ):
        edit(app, "old words", "new words")
        page.renewed()


def test_a_page_that_is_there_again_after_a_long_time_is_let_in(app):
    with run_dev(app) as daemon, Page(daemon) as page:
        page.set("level", 7)
        page.ws.abort()
        daemon.wait_for_log("ready")
        edit(app, "old words", "new words")
        daemon.wait_for_log("lives on")
        page.enter()
        assert page.fields(title="level")["value"] == 7
        assert page.fields(name="fixed")["text"] == "new words"


def test_what_an_application_writes_itself_is_left_alone_soon(folder):
    written = folder / "written.css"
    write = f"import time; open({str(written)!r}, 'w').write(str(time.time()))\n"
    with run_dev(folder) as daemon, Page(daemon):
        (folder / "main.py").write_text(FOLDER + write)
        daemon.wait_for_log("written.css changed 8 times", timeout=30)
        before = daemon.log().count("\nran")
        time.sleep(1)
        assert daemon.log().count("\nran") <= before + 1


ENDLESS = """
import asyncio

async def work(attr, old, new):
    said.text = "working"
    curdoc().flush()
    await asyncio.sleep(60)

level.on_change("value_throttled", work)
"""


def test_a_callback_that_goes_on_is_cancelled(app):
    app.write_text(SLIDERS + ENDLESS)
    with run_dev(app) as daemon, Page(daemon) as page:
        page.set("level", 7)
        page.start("level", "value_throttled", 7)
        edit(app, "old words", "new words")
        page.renewed()
        assert page.fields(title="level")["value"] == 7
        assert page.fields(name="fixed")["text"] == "new words"


def test_who_saves_several_times_gets_the_last_version(app):
    slow = "import time\ntime.sleep(0.6)\n"
    app.write_text(slow + SLIDERS)
    with run_dev(app) as daemon, Page(daemon) as page:
        page.set("level", 7)
        for number in range(3):
            app.write_text(slow + SLIDERS.replace("old words", f"words {number}"))
            daemon.wait_for_log("reloading, ")
            time.sleep(0.3 * number)
        while page.fields(name="fixed")["text"] != "words 2":
            page.renewed()
        assert page.fields(title="level")["value"] == 7


@pytest.mark.parametrize(
    "error",
    ["KeyboardInterrupt", "__import__('gevent').Timeout(1)", "BaseException('odd')"],
)
def test_whatever_hooks_raise_the_next_change_is_dealt_with(tmp_path, error):
    folder = tmp_path / "app"
    folder.mkdir()
    (folder / "main.py").write_text(SLIDERS)
    hooks = folder / "app_hooks.py"
    hooks.write_text("")
    with run_dev(folder) as daemon, Page(daemon) as page:
        hooks.write_text(f"raise {error}\n")
        page.ws.receive_type("error")
        hooks.write_text("")
        page.renewed()


def test_links_in_circles_are_shown_and_can_be_mended(app, tmp_path):
    circle = tmp_path / "circle.csv"
    circle.symlink_to(circle)
    with run_dev(app, files=[circle]) as daemon, Page(daemon) as page:
        app.unlink()
        app.symlink_to(app)
        page.ws.receive_type("error")
        app.unlink()
        app.write_text(SLIDERS.replace("old words", "new words"))
        page.renewed()
        assert page.fields(name="fixed")["text"] == "new words"
