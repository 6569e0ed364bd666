"""Origins: exact, or not at all."""

import pytest

from syncd.errors import ConfigError
from syncd.server.origin import AllowedOrigins, Origin, parse_origin


@pytest.mark.parametrize(
    ("header", "origin"),
    [
        ("http://acme.com", Origin("http", "acme.com", 80)),
        ("https://acme.com", Origin("https", "acme.com", 443)),
        ("HTTPS://ACME.com:8443", Origin("https", "acme.com", 8443)),
        ("http://127.0.0.1:5006", Origin("http", "127.0.0.1", 5006)),
        ("http://[::1]:5006", Origin("http", "[::1]", 5006)),
        ("http://[0:0:0:0:0:0:0:1]", Origin("http", "[::1]", 80)),
        ("http://a_b-c.example", Origin("http", "a_b-c.example", 80)),
    ],
)
def test_an_origin_has_one_spelling(header, origin):
    assert parse_origin(header) == origin


@pytest.mark.parametrize(
    "header",
    [
        "",
        "null",
        "acme.com",
        "//acme.com",
        "ftp://acme.com",
        "file://",
        "http://",
        "http://acme.com.",
        "http://.acme.com",
        "http://acme..com",
        "http://-acme.com",
        "http://acme.com/",
        "http://acme.com?x",
        "http://acme.com#x",
        "http://u@acme.com",
        "http://u:p@acme.com",
        "http://acme.com:",
        "http://acme.com:0",
        "http://acme.com:080",
        "http://acme.com:65536",
        "http://acme.com:8o",
        "http://acme.com:٨",
        "http://acme.com ",
        "http://acme.com\n",
        "http://acme.com, http://b.com",
        "http://[::1",
        "http://[::g]",
        "http://[::1%eth0]",
        "http://::1",
        "http://bücher.example",
        "http://acme%2ecom",
    ],
    ids=repr,
)
def test_what_no_browser_sends_is_no_origin(header):
    with pytest.raises(ValueError):  # noqa: PT011 - of whatever kind
        parse_origin(header)
    assert header not in AllowedOrigins(["acme.com", "b.com", "[::1]"])


def test_a_host_alone_stands_for_both_schemes_at_their_ports():
    allowed = AllowedOrigins(["acme.com"])
    assert "http://acme.com" in allowed
    assert "https://acme.com" in allowed
    assert "https://acme.com:80" not in allowed
    assert "http://acme.com:5006" not in allowed


def test_port_80_is_the_usual_one_of_whatever_scheme():
    """Bokeh's rule: who names no port means 80, and https pages name none."""
    allowed = AllowedOrigins(["acme.com:80"])
    assert "http://acme.com" in allowed
    assert "https://acme.com" in allowed
    assert "https://acme.com:80" not in allowed


def test_localhost_is_this_machine_under_each_of_its_names():
    allowed = AllowedOrigins(["localhost:5006"])
    for name in ("localhost", "127.0.0.1", "[::1]"):
        assert f"http://{name}:5006" in allowed
        assert f"http://{name}" not in allowed
    assert "http://127.0.0.2:5006" not in allowed


@pytest.mark.parametrize(
    ("pattern", "inside", "outside"),
    [
        (
            "*.acme.com",
            ["http://a.acme.com", "https://b.acme.com"],
            ["http://acme.com", "http://a.b.acme.com", "http://a.acme.com.evil.com"],
        ),
        (
            "192.168.*.*",
            ["http://192.168.0.1", "https://192.168.255.255"],
            [
                "http://192.168.evil.com",
                "http://192.168.0.256",
                "http://192.168.0.1:81",
            ],
        ),
        ("https://*.acme.com:8443", ["https://a.acme.com:8443"], ["http://a.acme.com"]),
        ("localhost:*", ["http://localhost:1", "https://[::1]:9"], ["http://local:1"]),
        ("[::1]:*", ["http://[::1]:3000"], ["http://[::2]:3000"]),
        ("*:8080", ["http://x:8080"], ["http://x.com:8080", "http://x"]),
    ],
)
def test_a_star_stands_for_a_whole_label_or_the_port(pattern, inside, outside):
    allowed = AllowedOrigins([pattern])
    assert allowed.wild == (pattern,)
    assert not allowed.any
    for origin in inside:
        assert origin in allowed
    for origin in outside:
        assert origin not in allowed


def test_patterns_are_compared_in_any_case():
    assert "https://acme.com" in AllowedOrigins(["ACME.com"])


def test_a_host_with_a_port_stands_for_both_schemes_there():
    allowed = AllowedOrigins(["acme.com:8443"])
    assert "https://acme.com:8443" in allowed
    assert "http://acme.com:8443" in allowed
    assert "https://acme.com" not in allowed


def test_a_whole_origin_stands_for_itself():
    allowed = AllowedOrigins(["https://acme.com"])
    assert "https://acme.com:443" in allowed
    assert "http://acme.com" not in allowed


def test_an_international_name_is_compared_as_browsers_spell_it():
    assert "https://xn--bcher-kva.example" in AllowedOrigins(["bücher.example"])


def test_a_star_allows_everything():
    allowed = AllowedOrigins(["*"])
    assert "null" in allowed
    assert "https://anything.example" in allowed


def test_no_pattern_allows_nothing():
    assert "http://localhost" not in AllowedOrigins([])


@pytest.mark.parametrize(
    "pattern", ["acme:com", "acme.com:0", "acme.com:99999", "[::1]:x", "acme.com:"]
)
def test_a_bad_port_is_called_that(pattern):
    with pytest.raises(ConfigError, match="invalid port in host value"):
        AllowedOrigins([pattern])


@pytest.mark.parametrize(
    "pattern",
    ["", "a*.acme.com", "acme.com/x", "ftp://acme.com", "::1", "a b", "null/"],
)
def test_a_pattern_that_is_none_is_an_error_that_shows_it(pattern):
    with pytest.raises(ConfigError) as caught:
        AllowedOrigins([pattern])
    assert caught.value.setting == "--allow-websocket-origin"
    assert caught.value.value == pattern
