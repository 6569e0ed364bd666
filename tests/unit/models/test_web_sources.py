"""Sources that pages fetch the rows of."""

import logging

import pytest

from syncd.errors import FieldError
from syncd.models import AjaxDataSource, ServerSentDataSource, WebDataSource
from syncd.models.sources import ColumnDataSource
from syncd.plotting import figure


def test_the_defaults_ask_once_and_replace():
    source = AjaxDataSource(data_url="rows")
    assert isinstance(source, WebDataSource)
    assert isinstance(source, ColumnDataSource)
    assert (source.method, source.mode, source.polling_interval) == (
        "POST",
        "replace",
        None,
    )
    assert (source.max_size, source.adapter, source.data) == (None, None, {})


@pytest.mark.parametrize("kind", [AjaxDataSource, ServerSentDataSource])
@pytest.mark.parametrize(
    "wrong",
    [
        "javascript:alert(1)",
        "data:application/json,{}",
        "\tjava\nscript:x",
        "ws://a",
        3,
    ],
)
def test_an_address_that_is_none_of_the_webs_is_refused(kind, wrong):
    with pytest.raises(
        FieldError, match=r"data_url got .* expected an address of http"
    ):
        kind(data_url=wrong)


@pytest.mark.parametrize("url", ["/rows", "rows?k=a:b", "https://a.org/x", ""])
def test_addresses_of_the_web_and_of_the_own_site_are_taken(url):
    assert AjaxDataSource(data_url=url).data_url == url


@pytest.mark.parametrize(
    "wrong",
    [
        {"http_headers": {"two words": "x"}},
        {"http_headers": {"X-Key": "a\r\nX-Other: b"}},
        {"method": "PUT"},
        {"polling_interval": 0},
        {"max_size": 0},
        {"mode": "prepend"},
        {"adapter": "code"},
    ],
    ids=str,
)
def test_what_no_request_could_have_is_refused(wrong):
    (name,) = wrong
    with pytest.raises(FieldError, match=f"AjaxDataSource.{name} got"):
        AjaxDataSource(data_url="/rows", **wrong)


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://a.org/x", "https://a.org"),
        ("http://a.org:81", "http://a.org:81"),
        ("https://a.org?x", "https://a.org"),
        ("https://a.org;script-src/x", None),
        ("/x", None),
    ],
)
def test_the_origin_is_what_a_policy_has_to_allow(url, origin):
    assert AjaxDataSource(data_url=url).origin == origin


def test_columns_that_are_to_come_are_not_missed(caplog):
    with caplog.at_level(logging.WARNING):
        figure().line("x", "y", source=AjaxDataSource(data_url="/rows"))
    assert caplog.text == ""
