import pytest

from app import create_app


def test_the_form_is_filled_in_so_that_one_click_is_enough(client):
    page = client.get("/login").text
    assert 'name="user" value="demo"' in page
    assert 'type="password" value="demo"' in page


def test_who_logs_in_goes_where_they_wanted(client, log_in):
    answer = client.get("/sliders?a=b")
    assert answer.status_code == 302
    assert answer.location == "/login?next=/sliders?a%3Db"
    assert 'name="next" value="/sliders?a=b"' in client.get(answer.location).text
    assert log_in(next="/sliders?a=b").location == "/sliders?a=b"


@pytest.mark.parametrize("path", ["/sliders", "/special", "/bars", "/bars/3"])
def test_live_pages_need_a_login(client, path):
    assert client.get(path).status_code == 302


@pytest.mark.parametrize(
    ("user", "password"),
    [("demo", "wrong"), ("nobody", "demo"), ("", ""), ("demo", "é")],
)
def test_a_wrong_password_is_refused(client, log_in, user, password):
    answer = log_in(user=user, password=password)
    assert answer.status_code == 401
    assert 'role="alert"' in answer.text
    assert 'type="password" value=""' in answer.text
    assert client.get("/sliders").status_code == 302


@pytest.mark.parametrize("csrf", ["", "guessed", "é"])
def test_a_forged_form_is_refused(client, log_in, csrf):
    client.get("/login")
    assert log_in(csrf=csrf).status_code == 400


def test_a_form_without_a_session_is_refused(log_in):
    assert log_in(csrf="").status_code == 400


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "x"],
)
def test_no_redirect_leads_to_another_site(log_in, target):
    assert log_in(next=target).location == "/"


def test_logging_in_begins_a_fresh_session(client, log_in):
    client.get("/login")
    before = client.get_cookie("starter").value
    log_in()
    assert client.get_cookie("starter").value != before
    with client.session_transaction() as session:
        assert "csrf" not in session


def test_logging_out(client, log_in, token_of):
    log_in()
    assert client.post("/logout").status_code == 400
    client.post("/logout", data={"csrf": token_of(client.get("/"))})
    assert client.get("/sliders").status_code == 302


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_cookie_is_secure_where_the_page_is(client, scheme):
    cookie = client.get("/login", base_url=f"{scheme}://localhost").headers[
        "Set-Cookie"
    ]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert ("Secure" in cookie) == (scheme == "https")


def test_without_a_secret_key_it_says_how_to_get_one(monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    with pytest.raises(RuntimeError, match="SECRET_KEY is not set"):
        create_app()
