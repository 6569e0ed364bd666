"""Sources whose rows each page fetches for itself."""

import re
from typing import Annotated, Any, ClassVar, Literal

from syncd.model.kinds import DictKind, StrKind
from syncd.model.specs import PositiveInt
from syncd.models.callbacks import AddressKind, CustomJS, origin_of
from syncd.models.sources import ColumnDataSource


__all__ = ["AjaxDataSource", "ServerSentDataSource", "WebDataSource"]


class _DataAddressKind(AddressKind):
    """An address that data may be fetched from."""

    expected = "an address of http or https, or one without a scheme"
    schemes = frozenset({"http", "https"})


class _NameKind(StrKind):
    expected = "a name of a header"
    pattern = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")

    def check(self, value: Any) -> str:
        text = super().check(value)
        if self.pattern.fullmatch(text) is None:
            raise ValueError
        return text


class _TextKind(_NameKind):
    expected = "a text without line breaks"
    pattern = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f]*")


class WebDataSource(ColumnDataSource):
    """What all sources have whose rows come from an address.

    Every page that shows the document asks for itself, with the cookies of whoever
    looks at it if the address is of its own site. What it gets is shown in that page
    alone: it is not sent to Python, whose ``data`` stay what Python has set. So what
    one person may see is never shown to another, and many pages cost the session
    nothing. What Python sets or streams is shown as well, until rows come again.

    Only Python makes and changes one: whoever sees a document must not choose what
    the pages of others ask for.
    """

    runs_in_browser: ClassVar[bool] = True
    _elsewhere: ClassVar[bool] = True

    data_url: Annotated[str, _DataAddressKind()] = ""
    """The address, absolute or relative to that of the page.

    The page's Content Security Policy must allow it with ``connect-src``; pages of
    syncd's own do, for the sources that the document has when they are made. Of an
    empty address nothing is asked for.
    """

    mode: Literal["replace", "append"] = "replace"
    "Whether new rows take the place of those that are there, or follow them."

    max_size: PositiveInt | None = None
    """How many rows are kept, the last ones, where rows are appended.

    ``None`` keeps 1,000,000.
    """

    adapter: CustomJS | None = None
    """Makes columns of an answer of another form.

    Its code gets the source as ``cb_obj`` and the answer as ``cb_data.response``,
    and returns an object of lists by the names of columns.
    """

    @property
    def origin(self) -> str | None:
        """The scheme and host of the address; ``None`` is that of the page."""
        return origin_of(self.data_url)


class AjaxDataSource(WebDataSource):
    """Rows that pages ask for, once or again and again.

    The answer is JSON: an object of lists by the names of columns, as ``jsonify``
    of Flask writes it. An answer with status 204 or 304 brings nothing.
    """

    polling_interval: PositiveInt | None = None
    """How many milliseconds after one request the next begins.

    ``None`` asks only once. A request that takes longer delays the next one; after
    failures pages ask less often.
    """

    method: Literal["POST", "GET"] = "POST"
    "The method of the request."

    if_modified: bool = False
    """Whether requests say, as ``If-Modified-Since``, when the last answer was.

    An address that has nothing new since then may answer with status 304.
    """

    content_type: str = "application/json"
    "The ``Content-Type`` of requests."

    http_headers: Annotated[dict[str, str], DictKind(_NameKind(), _TextKind())] = {}
    "Further headers of requests, by name."


class ServerSentDataSource(WebDataSource):
    """Rows that an address sends when it has some, as server-sent events.

    The text of each event is JSON: an object of lists by the names of columns.
    """
