"""HTTP answers in a stream of bytes, where a `Scanner` would count frames."""

from benchmarks.load.frames import Scanner


class Responses(Scanner):
    """Counts the answers of a connection that is kept alive."""

    def __init__(self) -> None:
        super().__init__()
        self._data = b""

    def count(self, data: bytes) -> int:
        """Return how many answers end in the data.

        Raises:
            ConnectionError: One of them is no good news.
        """
        data = self._data + data
        found, at = 0, 0
        while True:
            end = data.find(b"\r\n\r\n", at)
            if end < 0:
                break
            head = data[at:end].lower()
            if not head.startswith(b"http/1.1 200 "):
                raise ConnectionError(f"the answer is {head!r}")
            size = int(head.partition(b"\ncontent-length:")[2].partition(b"\r")[0])
            if end + 4 + size > len(data):
                break
            found, at = found + 1, end + 4 + size
        self._data = data[at:]
        return found
