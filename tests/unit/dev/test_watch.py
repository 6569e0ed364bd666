"""Files that have changed are noticed, once and no others."""

import os

import pytest

from syncd.dev import watch as module
from syncd.dev.watch import Watch


@pytest.fixture
def folder(tmp_path):
    for name in ("main.py", "static/logo.png", "templates/x/part.txt", "data.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def touch(path, text="changed"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    "name", ["main.py", "static/logo.png", "templates/x/part.txt", "new.css", "n/m.py"]
)
def test_what_an_application_is_made_of_counts_once(folder, name):
    watch = Watch(folders=[folder])
    assert not watch.look()
    path = touch(folder / name)
    assert watch.look() == {path}
    assert not watch.look()
    path.unlink()
    assert watch.look() == {path}


@pytest.mark.parametrize(
    "name",
    [
        "data.csv",
        ".git/hook.py",
        ".main.py.swp",
        "main.py~",
        "__pycache__/main.py",
        "node_modules/a/b.js",
        "static/logo.png~",
    ],
)
def test_what_it_is_not_made_of_does_not(folder, name):
    watch = Watch(folders=[folder])
    touch(folder / name)
    assert not watch.look()


def test_environments_are_left_alone(folder):
    touch(folder / "env" / "pyvenv.cfg")
    watch = Watch(folders=[folder])
    touch(folder / "env" / "lib" / "module.py")
    assert not watch.look()


def test_a_file_that_is_replaced_is_the_same_file(folder):
    watch = Watch(folders=[folder])
    touch(folder / ".main.py.part").replace(folder / "main.py")
    assert watch.look() == {folder / "main.py"}


def test_another_content_of_the_same_size_and_time_counts(folder):
    main = touch(folder / "main.py", "x = 1")
    before = main.stat()
    watch = Watch(folders=[folder])
    other = touch(folder / ".part", "x = 2")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(main)
    assert watch.look() == {main}


def test_beside_a_script_only_python_files_that_are_new_count(folder):
    sibling = touch(folder / "sibling.py")
    watch = Watch(beside=[folder], files=[folder / "main.py"])
    touch(sibling, "other")
    touch(folder / "notes.html")
    assert not watch.look()
    assert watch.look() == set()
    new = touch(folder / "new.py")
    assert watch.look() == {new}


def test_what_was_read_before_it_was_looked_at_may_have_changed_meanwhile(folder):
    path = folder / "main.py"
    written = path.stat().st_mtime
    watch = Watch()
    watch.learn([path], written - 1)
    assert watch.look() == {path}
    assert not watch.look()
    other = Watch()
    other.learn([path], written + 1)
    assert not other.look()


def test_there_is_an_end_to_it(folder, monkeypatch, caplog):
    monkeypatch.setattr(module, "_MAX_FILES", 10)
    for number in range(30):
        touch(folder / "static" / f"{number}.png")
    watch = Watch(folders=[folder])
    watch.look()
    assert caplog.text.count("go unnoticed") == 1


def test_a_file_that_is_ignored_is_never_told(folder):
    watch = Watch(folders=[folder])
    watch.ignore(touch(folder / "main.py"))
    assert not watch.look()


def test_links_in_circles_hide_no_change(folder):
    watch = Watch(folders=[folder])
    (folder / "circle").symlink_to("circle")
    (folder / "circle.css").symlink_to("circle.css")
    (folder / "up").symlink_to("..")
    path = touch(folder / "main.py")
    assert watch.look() == {path}
    assert Watch(folders=[folder]).look() == set()
