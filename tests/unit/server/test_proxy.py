"""What a proxy says of the client."""

import pytest

from syncd.server.handler import trust_proxy


@pytest.mark.parametrize(
    ("headers", "address", "scheme"),
    [
        ({}, "127.0.0.1", "http"),
        ({"X_FORWARDED_FOR": "6.6.6.6, 10.0.0.1"}, "10.0.0.1", "http"),
        ({"X_REAL_IP": "10.0.0.2"}, "10.0.0.2", "http"),
        ({"X_REAL_IP": "6.6.6.6", "X_FORWARDED_FOR": "10.0.0.1"}, "10.0.0.1", "http"),
        ({"X_FORWARDED_FOR": "2001:db8::1"}, "2001:db8::1", "http"),
        ({"X_FORWARDED_FOR": "nobody"}, "127.0.0.1", "http"),
        ({"X_FORWARDED_FOR": ""}, "127.0.0.1", "http"),
        ({"X_FORWARDED_FOR": f"fe80::1%{'x' * 99}"}, "127.0.0.1", "http"),
        ({"X_FORWARDED_PROTO": "https"}, "127.0.0.1", "https"),
        ({"X_FORWARDED_PROTO": "http, HTTPS"}, "127.0.0.1", "https"),
        ({"X_SCHEME": "https"}, "127.0.0.1", "https"),
        ({"X_SCHEME": "https", "X_FORWARDED_PROTO": "http"}, "127.0.0.1", "http"),
        ({"X_SCHEME": "javascript"}, "127.0.0.1", "http"),
    ],
)
def test_the_last_proxy_is_believed(headers, address, scheme):
    environ = {"REMOTE_ADDR": "127.0.0.1", "wsgi.url_scheme": "http"}
    environ |= {f"HTTP_{name}": value for name, value in headers.items()}
    trust_proxy(environ)
    assert environ["REMOTE_ADDR"] == address
    assert environ["wsgi.url_scheme"] == scheme
