"""``syncd serve --dev``, what is edited, and a page that looks at it."""

from support.daemon import daemon as run_daemon
from support.ws import connect


class Page:
    """A browser's tab, which comes back when it is told to."""

    def __init__(self, daemon, path="/app"):
        self.daemon = daemon
        self.path = path
        self.resume = None
        self.snapshot = {}
        self.seq = 0
        self._open = None

    def __enter__(self):
        return self.enter()

    def enter(self):
        self._open = connect(self.daemon.port, f"{self.path}/ws", resume=self.resume)
        self.ws = self._open.__enter__()
        self.resume = self.ws.hello("tab")["resume"]
        self.snapshot = self.ws.receive_type("snapshot")
        self.seq = 0
        return self

    def __exit__(self, *error):
        self._open.__exit__(*error)

    def renewed(self, code=4411, timeout=20):
        """Wait for the new life of the document, and return to it."""
        before = self.snapshot["epoch"]
        closed = self.ws.wait_closed(timeout)
        assert closed.code == code, closed
        self.enter()
        assert (self.snapshot["epoch"] != before) == (code != 4412 or self.whole)
        return self

    whole = True
    """Whether the document is made anew where the page is."""

    def fields(self, **wanted):
        """Return the fields of the model that has certain values."""
        for model in self.snapshot["models"]:
            fields = model["fields"]
            if all(fields.get(name) == value for name, value in wanted.items()):
                return fields
        raise LookupError(wanted, self.snapshot["models"])

    def start(self, title, field, value):
        """Set a field of a widget, without waiting for what comes of it."""
        number = next(
            model["id"]
            for model in self.snapshot["models"]
            if model["fields"].get("title") == title
        )
        self.seq += 1
        self.ws.set_field(self.seq, self.snapshot["revision"], number, field, value)

    def set(self, title, value):
        """Set a widget's value, and wait until that is done."""
        self.start(title, "value", value)
        while True:
            message = self.ws.receive()
            if message.get("ack") == self.seq or message.get("seq") == self.seq:
                return


def run_dev(*apps, files=(), **options):
    return run_daemon("--dev", *map(str, files), apps=apps, secret_key=None, **options)


def edit(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
