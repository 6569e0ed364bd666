"""The examples of docs/callbacks.md, run as one application."""

import re
import socket
import threading

import pytest

from support.daemon import daemon as run_daemon
from support.tree import ROOT
from support.ws import connect


PAGE = ROOT / "docs" / "callbacks.md"

BUTTONS = """
for name in {names}:
    asker = Button(label=name)
    asker.on_click(globals()[name])
    doc.add_root(asker)
"""

SHOWN = {
    "on_run": ["working…", "done"],
    "on_ask": ["asking…", "HELLO\n"],
    "on_both": ["1024, 27, slept"],
    "on_fetch": ["an answer"],
    "on_simulate": ["333332833333500000"],
    "on_simulate_both": ["285 and 2470"],
    "on_many": ["from 8 to 9"],
}


@pytest.fixture
def echo():
    """Answer the one question of the page."""

    def answer():
        connection, _ = listener.accept()
        with connection:
            connection.sendall(connection.recv(100).upper())

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer)
        thread.start()
        yield listener.getsockname()[1]
        thread.join()


def test_the_examples_do_what_the_page_says(tmp_path, echo):
    blocks = re.findall(
        r"^```python\n(.*?)^```", PAGE.read_text(), re.DOTALL | re.MULTILINE
    )
    code = "\n".join(blocks).replace('("127.0.0.1", 7)', f'("127.0.0.1", {echo})')
    code = code.replace("time.sleep(2)", "time.sleep(0.1)")
    app = tmp_path / "page.py"
    app.write_text(code + BUTTONS.format(names=[*SHOWN]))
    with run_daemon(apps=[app]) as daemon, connect(daemon.port, "/page/ws") as ws:
        models = ws.enter()["models"]
        for expected in (f"measurement {number}" for number in range(3)):
            assert text_of(ws) == expected
        for seq, (name, expected) in enumerate(SHOWN.items(), 1):
            number = next(m["id"] for m in models if m["fields"].get("label") == name)
            event = {"type": "event", "seq": seq, "model": number}
            ws.send({**event, "name": "button_click"})
            assert [text_of(ws) for _ in expected] == expected


def text_of(ws):
    """Return the next text that is shown."""
    while True:
        message = ws.receive()
        assert message["type"] != "error", message
        for change in message.get("changes", ()):
            if change["field"] == "text":
                return change["value"]
