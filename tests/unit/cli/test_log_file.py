"""A log file goes on when there is room for it again."""

import logging

from syncd.cli.log_file import LogFile


def record(text):
    return logging.LogRecord("syncd", logging.INFO, "", 0, text, None, None)


def test_a_new_file_is_written_after_the_disk_was_full(tmp_path, capsys):
    """What the full one did not take is still held, and must not be in its way."""
    path = tmp_path / "log"
    path.symlink_to("/dev/full")
    file = LogFile(path, encoding="utf-8")
    for number in range(3):
        file.emit(record(f"full {number}"))
    path.unlink()
    for number in range(3):
        file.emit(record(f"room {number}"))
    file.close()
    assert path.read_text() == "room 0\nroom 1\nroom 2\n"
    said = capsys.readouterr().err.splitlines()
    assert "cannot be written (No space left on device)" in said[0]
    assert said[1:] == ["full 0", "full 1", "full 2"]


def test_no_line_is_written_twice_when_there_is_room_again(tmp_path, capsys):
    path = tmp_path / "log"
    path.symlink_to("/dev/full")
    file = LogFile(path, encoding="utf-8")
    file.emit(record("full"))
    path.unlink()
    path.touch()
    file.emit(record("room"))
    file.close()
    assert path.read_text() == "room\n"
    assert capsys.readouterr().err.count("full\n") == 1
