"""The record of settings, and what is derived from it."""

import pytest

from syncd.config import (
    UNAVAILABLE,
    Settings,
    TcpBind,
    UnixBind,
    check_available,
    parse_bool,
    read_file,
    settings,
    trace_settings,
)
from syncd.errors import ConfigError, UnavailableError


@pytest.mark.parametrize("word", ["yes", "1", "on", "true", "TRUE", " Yes ", True])
def test_true_words(word):
    assert parse_bool("X", word) is True


@pytest.mark.parametrize("word", ["no", "0", "off", "false", "FALSE", False])
def test_false_words(word):
    assert parse_bool("X", word) is False


@pytest.mark.parametrize("word", ["", "22", "ja", "truee", None, 2, 1.0])
def test_nonsense_is_an_error_that_names_the_setting(word):
    with pytest.raises(ConfigError) as caught:
        parse_bool("DOCSYNC_X", word)
    assert caught.value.setting == "DOCSYNC_X"
    assert caught.value.value == word
    assert "yes" in caught.value.expected


def test_the_environment_is_read():
    read = Settings.read({"DOCSYNC_PORT": "5100", "DOCSYNC_SIGN_SESSIONS": "no"})
    assert read.port == 5100
    assert read.sign_sessions is False


def test_what_is_given_comes_before_the_environment():
    assert Settings.read({"DOCSYNC_PORT": "5100"}, port="5200").port == 5200


def test_empty_and_absent_values_are_the_default():
    read = Settings.read({"DOCSYNC_PORT": "", "DOCSYNC_PREFIX": None}, port=None)
    assert read == Settings()


def test_values_of_a_flask_configuration_need_not_be_text():
    read = Settings.read({"DOCSYNC_SIGN_SESSIONS": True, "DOCSYNC_CONTROL_TIMEOUT": 2})
    assert read.sign_sessions is True
    assert read.control_timeout == 2.0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DOCSYNC_PORT", "65536"),
        ("DOCSYNC_PORT", "-1"),
        ("DOCSYNC_PORT", "5006.5"),
        ("DOCSYNC_PORT", 5006.25),
        ("DOCSYNC_PORT", True),
        ("DOCSYNC_PORT", "http"),
        ("DOCSYNC_SESSION_MAX_AGE", "0"),
        ("DOCSYNC_SESSION_MAX_AGE", "nan"),
        ("DOCSYNC_SESSION_MAX_AGE", "inf"),
        ("DOCSYNC_SESSION_IDS", "sometimes"),
        ("DOCSYNC_LOG_LEVEL", "loud"),
        ("DOCSYNC_PREFIX", "a?b"),
        ("DOCSYNC_DISABLE_INDEX", "perhaps"),
        ("DOCSYNC_ALLOW_WS_ORIGIN", 3),
        ("DOCSYNC_URL", 3),
        ("DOCSYNC_URL", "localhost:5006"),
        ("DOCSYNC_URL", "ftp://docs.acme.com"),
        ("DOCSYNC_URL", "wss://docs.acme.com"),
        ("DOCSYNC_URL", "//docs.acme.com"),
        ("DOCSYNC_URL", "https://"),
        ("DOCSYNC_URL", "https://acme.com:x"),
        ("DOCSYNC_URL", "/docsync?x=1"),
        ("DOCSYNC_CONTROL_URL", "127.0.0.1:5007"),
        ("DOCSYNC_CONTROL_URL", "https://127.0.0.1:5007"),
        ("DOCSYNC_CONTROL_URL", "http://127.0.0.1:5007/docsync"),
        ("DOCSYNC_CONTROL_URL", "unix://run/control.sock"),
        ("DOCSYNC_CONTROL_URL", "/run/control.sock"),
        ("DOCSYNC_PREFIX", "/a/../b"),
        ("DOCSYNC_PREFIX", "."),
    ],
)
def test_a_bad_value_is_an_error_that_names_variable_and_value(name, value):
    with pytest.raises(ConfigError) as caught:
        Settings.read({name: value})
    assert name in str(caught.value)
    assert repr(value) in str(caught.value)


@pytest.fixture
def write(tmp_path):
    def write(text):
        path = tmp_path / "docsync.yaml"
        path.write_text(text)
        return str(path)

    return write


def sources(*names, environ=None, file=None, given=None):
    values = trace_settings(environ or {}, file, given or {})
    found = {one.setting.name: (one.value, one.source) for one in values}
    return [found[name] for name in names]


def test_a_flag_comes_before_a_file_and_that_before_the_environment(write):
    path = write("port: 5101\nprefix: /file\n")
    environ = {
        "DOCSYNC_PORT": "5102",
        "DOCSYNC_PREFIX": "/environment",
        "DOCSYNC_ADDRESS": "127.0.0.2",
    }
    assert sources(
        "port",
        "prefix",
        "address",
        "log_level",
        environ=environ,
        file=read_file(path),
        given={"port": "5100"},
    ) == [
        (5100, "--port"),
        ("/file", f"{path}: prefix"),
        ("127.0.0.2", "DOCSYNC_ADDRESS"),
        ("info", "default"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "keep_alive_ms: 5",
        "keep-alive: 5",
        "KEEP_ALIVE: '5'",
        "DOCSYNC_KEEP_ALIVE: 5",
        "--keep-alive: 5",
    ],
)
def test_a_file_may_call_a_setting_as_the_others_do(text, write):
    assert Settings.read({}, file=read_file(write(text))).keep_alive_ms == 5


def test_a_file_has_values_of_yaml(write):
    read = Settings.read(
        {},
        file=read_file(
            write(
                "disable_index: yes\n"
                "allow_websocket_origin: [a.com, 'b.com:81']\n"
                "session_token_expiration: 2.5\n"
                "prefix: null\n"
            )
        ),
    )
    assert read.disable_index is True
    assert read.allow_websocket_origin == ("a.com", "b.com:81")
    assert read.session_max_age == 2.5
    assert read.prefix == ""


def test_an_empty_file_says_nothing(write):
    assert Settings.read({}, file=read_file(write("# nothing"))) == Settings()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("prot: 5100", ["prot", "did you mean port?"]),
        ("port: [1]", [": port is [1]"]),
        ("- port", ["a file of lines such as port: 5100"]),
        ("port: {", ["a file of YAML"]),
        ("port: 2024-99-99", ["a file of YAML"]),
        (f"port: {'[' * 2000}{']' * 2000}", ["a file of YAML"]),
        ("1: 2", ["a file of lines"]),
        ("port: !!python/object:os.system {}", ["a file of YAML"]),
    ],
)
def test_a_file_that_makes_no_sense_is_an_error_that_says_where(text, words, write):
    path = write(text)
    with pytest.raises(ConfigError) as caught:
        Settings.read({}, file=read_file(path))
    for word in [path, *words]:
        assert word in str(caught.value)


def test_a_file_that_is_missing_is_an_error(tmp_path):
    with pytest.raises(ConfigError, match="No such file"):
        read_file(str(tmp_path / "nope.yaml"))


def test_a_variable_may_have_the_name_that_bokeh_gives_it():
    environ = {"DOCSYNC_DEFAULT_SERVER_PORT": "5100", "DOCSYNC_PY_LOG_LEVEL": "DEBUG"}
    assert sources("port", "log_level", environ=environ) == [
        (5100, "DOCSYNC_DEFAULT_SERVER_PORT"),
        ("debug", "DOCSYNC_PY_LOG_LEVEL"),
    ]
    both = {"DOCSYNC_DEFAULT_SERVER_PORT": "5100", "DOCSYNC_PORT": "5101"}
    assert Settings.read(both).port == 5101


@pytest.mark.parametrize("one", UNAVAILABLE, ids=lambda one: one.env)
def test_what_there_is_not_yet_is_refused_wherever_it_is_asked_for(one, write):
    file = read_file(write(f"{one.name}: x"))
    asked = [({one.name: "x"}, {}, {}), ({}, file.others, {}), ({}, {}, {one.env: "x"})]
    for places in asked:
        with pytest.raises(UnavailableError, match="is not available yet; "):
            check_available(*places)
    check_available({one.name: None}, {}, {one.env: ""})


def test_one_process_is_what_there_is():
    check_available({"num_procs": "1"}, {"num_procs": 1}, {"DOCSYNC_NUM_PROCS": "1"})


def test_pings_may_be_switched_off():
    """Browsers wait one and a half intervals, and count to 2 ** 31 milliseconds."""
    assert Settings().keep_alive == 37
    assert 86_400 < Settings(keep_alive_ms=0).keep_alive < 2**31 / 1.5 / 1000


def test_a_mistake_in_what_only_syncd_reads_is_no_web_applications():
    environ = {"DOCSYNC_PORT": "x", "DOCSYNC_URL": "/docs"}
    assert Settings.read(environ, reader="flask").url == "/docs"
    with pytest.raises(ConfigError):
        Settings.read(environ)


def test_a_list_with_nothing_in_it_is_an_error():
    with pytest.raises(ConfigError, match="a value that is not empty"):
        Settings.read({}, allow_websocket_origin=("",))


def test_a_bad_flag_is_named_as_it_was_given():
    with pytest.raises(ConfigError, match="--port is 'x'"):
        Settings.read({}, port="x")


def test_lists_have_commas_in_the_environment_and_in_options():
    read = Settings.read({"DOCSYNC_ALLOW_WS_ORIGIN": "a.com, b.com:81,"})
    assert read.allow_websocket_origin == ("a.com", "b.com:81")
    read = Settings.read({}, allow_websocket_origin=("a.com,b.com", "c.com"))
    assert read.allow_websocket_origin == ("a.com", "b.com", "c.com")


def test_pictures_come_from_origins_only():
    read = Settings.read({"DOCSYNC_IMAGE_ORIGIN": "https://a.com, http://*.b.com:81"})
    assert read.image_origin == ("https://a.com", "http://*.b.com:81")
    assert Settings.read({}, image_origin=("*",)).image_origin == ("*",)
    for text in ("a.com", "https://a.com/x", "https://a.com; script-src *", "https:"):
        with pytest.raises(ConfigError, match=r"an origin such as https://"):
            Settings.read({}, image_origin=(text,))


def test_a_prefix_has_one_leading_slash():
    for text in ("docsync", "/docsync", "docsync/", "/docsync/"):
        assert Settings.read({"DOCSYNC_PREFIX": text}).prefix == "/docsync"
    assert Settings.read({"DOCSYNC_PREFIX": "/"}).prefix == ""


def test_the_secret_is_not_shown():
    assert "seen" not in repr(Settings(secret_key="seen", cookie_secret="seen"))
    for given in ({"DOCSYNC_SECRET_KEY": b"seen"}, {"DOCSYNC_COOKIE_SECRET": b"seen"}):
        with pytest.raises(ConfigError) as caught:
            Settings.read(given)
        assert "seen" not in str(caught.value)
        assert "expected text" in str(caught.value)


@pytest.mark.parametrize(
    ("sign", "mode", "expected"),
    [
        (False, None, "unsigned"),
        (True, None, "signed"),
        (True, "unsigned", "unsigned"),
        (True, "external-signed", "external-signed"),
    ],
)
def test_signing_sessions_decides_which_ids_are_taken(sign, mode, expected):
    read = Settings(sign_sessions=sign, session_ids=mode)
    assert read.session_id_mode == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, TcpBind("127.0.0.1", 5007)),
        ({"port": 0}, TcpBind("127.0.0.1", 0)),
        ({"port": 6000}, TcpBind("127.0.0.1", 6001)),
        ({"secret_key": None}, None),
        ({"control_bind": "none"}, None),
        ({"control_bind": "127.0.0.1:9"}, TcpBind("127.0.0.1", 9)),
        ({"control_bind": "[::1]:9"}, TcpBind("::1", 9)),
        ({"control_bind": "unix:///run/c.sock"}, UnixBind("/run/c.sock")),
        ({"control_url": "http://127.0.0.1:9/"}, TcpBind("127.0.0.1", 9)),
        ({"control_url": "unix:///run/c.sock"}, UnixBind("/run/c.sock")),
        ({"control_url": "unix:///a", "control_bind": "h:1"}, TcpBind("h", 1)),
    ],
)
def test_where_the_control_api_listens(given, expected):
    assert Settings(**({"secret_key": "k"} | given)).control == expected


@pytest.mark.parametrize(
    "given",
    [
        {"control_bind": "5007"},
        {"control_bind": "host"},
        {"control_bind": "host:99999"},
        {"control_bind": "unix:relative"},
        {"control_url": "https://h:1"},
        {"control_url": "http://h:1/path"},
        {"control_url": "http://user@h:1"},
    ],
)
def test_a_control_address_that_makes_no_sense_is_an_error(given):
    with pytest.raises(ConfigError):
        _ = Settings(secret_key="k", **given).control


def test_every_setting_is_fully_described():
    found = settings()
    assert len(found) > 20
    for setting in found:
        assert setting.env.startswith("DOCSYNC_")
        assert setting.help.endswith(".")
        assert setting.readers
        if isinstance(setting.default, float):
            assert setting.unit
        # What the web application does not read has a flag, or is what one does.
        assert setting.flag or "flask" in setting.readers or "--show" in setting.help
    names = [name for setting in found for name in setting.variables]
    assert len(set(names)) == len(names)


def test_every_default_is_a_value_that_its_setting_takes():
    for setting in settings():
        if setting.default is not None:
            parsed = setting.parse(setting.env, setting.default)
            assert parsed == (setting.default or parsed)
