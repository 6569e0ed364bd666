"""Under which names the daemon answers."""

import pytest

from syncd.config import Settings
from syncd.errors import ConfigError
from syncd.server.hosts import AllowedHosts, control_hosts, public_hosts
from syncd.server.origin import AllowedOrigins


@pytest.mark.parametrize(
    ("pattern", "inside", "outside"),
    [
        ("foo.com", ["foo.com", "FOO.com", "foo.com:5006"], ["bar.com", "x.foo.com"]),
        ("foo.com:80", ["foo.com", "foo.com:80"], ["foo.com:81", "foo.com:443"]),
        ("foo.com:443", ["foo.com"], ["foo.com:80"]),
        ("foo.com:5006", ["foo.com:5006"], ["foo.com", "foo.com:5007"]),
        (
            "*.foo.com",
            ["a.foo.com:1"],
            ["foo.com", "a.b.foo.com", "a.foo.com.evil.com"],
        ),
        ("localhost:5006", ["127.0.0.1:5006", "[::1]:5006"], ["localhost:80"]),
        ("10.0.*.*", ["10.0.1.2"], ["10.0.evil.com", "10.1.1.2"]),
        ("bücher.example", ["xn--bcher-kva.example"], ["bucher.example"]),
        ("*", ["anything", "a b/@:x", None], []),
    ],
)
def test_a_host_is_compared_as_a_whole(pattern, inside, outside):
    allowed = AllowedHosts([pattern])
    for _ in range(2):  # the second time, it is known
        for header in inside:
            assert header in allowed
        for header in outside:
            assert header not in allowed


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "foo.com.",
        "foo.com:",
        "foo.com:0",
        "foo.com, bar.com",
        "u@foo.com",
        ":80",
        f"{'a.' * 200}foo.com",
    ],
)
def test_what_no_browser_sends_is_no_host(header):
    assert header not in AllowedHosts(["foo.com", "localhost"], addresses=True)


@pytest.mark.parametrize(
    "pattern", ["", "foo:com", "foo.com:0", "http://foo.com", "a*.b"]
)
def test_a_pattern_that_is_none_is_an_error_that_shows_it(pattern):
    with pytest.raises(ConfigError) as caught:
        AllowedHosts([pattern])
    assert caught.value.setting == "--host"
    assert caught.value.value == pattern


def test_without_a_key_names_of_strangers_are_refused():
    origins = AllowedOrigins(["http://site.test:5000"])
    hosts = public_hosts(Settings(), origins)
    for header in ("localhost:5006", "127.0.0.1:80", "192.168.1.7", "[fe80::1]:5006"):
        assert header in hosts
    assert "site.test:5006" in hosts
    assert "evil.com:5006" not in hosts
    assert "evil.com" in public_hosts(Settings(), AllowedOrigins(["*"]))


def test_with_a_key_a_proxy_knows_the_names():
    origins = AllowedOrigins(["https://acme.com"])
    assert "sync.acme.com" in public_hosts(Settings(secret_key="k"), origins)
    named = Settings(secret_key="k", allowed_hosts=("sync.acme.com",))
    assert "acme.com" not in public_hosts(named, origins)


def test_the_control_api_also_answers_to_what_the_web_application_calls_it():
    settings = Settings(allowed_hosts=("acme.com",), control_url="http://syncd:5007/")
    hosts = control_hosts(settings)
    for header in ("syncd:5007", "127.0.0.1:5007", "localhost", "acme.com"):
        assert header in hosts
    assert "evil.com:5007" not in hosts
    assert "evil.com" in control_hosts(Settings())


@pytest.mark.parametrize("pattern", ["*:5006", "http://*", "*:*", " *:80 "])
def test_a_wildcard_for_one_label_of_an_origin_is_no_wildcard_for_all_hosts(pattern):
    allowed = public_hosts(Settings(), AllowedOrigins([pattern]))
    assert "intranet:5006" in allowed
    assert "evil.example.com" not in allowed
    assert "evil.example.com:5006" not in allowed
