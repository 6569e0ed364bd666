"""What has left the page listens to nothing there."""

from playwright.sync_api import expect

from support.wait import eventually


COUNT = """() => {
  const heard = (window.heard = new Map());
  const { addEventListener: add, removeEventListener: remove } = document;
  document.addEventListener = (type, listener, ...rest) => {
    heard.set(listener, type);
    add.call(document, type, listener, ...rest);
  };
  document.removeEventListener = (type, listener, ...rest) => {
    heard.delete(listener);
    remove.call(document, type, listener, ...rest);
  };
}"""


def test_a_field_that_is_changed_as_it_leaves_hears_no_keys_any_more(open_view):
    """It had just said what it is for, and was rendered once more when it was gone."""
    view = open_view("leaving", app="leaving")
    field = view.named("field")
    expect(field.get_by_role("button", name="Help: Name")).to_be_attached()
    view.page.evaluate(COUNT)
    view.document.get_by_role("button", name="Explain").click()
    expect(field.get_by_role("tooltip")).to_be_visible()
    heard = "() => [...window.heard.values()].sort()"
    eventually(lambda: view.page.evaluate(heard) == ["keydown", "pointerdown"])
    view.document.get_by_role("button", name="Leave").click()
    expect(field).to_have_count(0)
    eventually(lambda: view.page.evaluate(heard) == [])


FOLLOW = """(element) => {
  const bar = [...element.document.models.values()].find(({ type }) => type === "Toolbar");
  const observe = bar.observe.bind(bar);
  window.followers = 0;
  bar.observe = (listener) => {
    window.followers += 1;
    const subscription = observe(listener);
    return {
      cancel: () => {
        window.followers -= 1;
        subscription.cancel();
      },
    };
  };
}"""


def test_a_bar_of_tools_that_is_changed_as_it_leaves_follows_nothing(open_view):
    view = open_view("left", app="leaving")
    bar = view.document.locator("docsync-toolbar")
    expect(bar.get_by_role("button").first).to_be_visible()
    view.document.evaluate(FOLLOW)
    view.document.get_by_role("button", name="Leave").click()
    expect(bar).to_have_count(0)
    hidden = "element => [...element.document.models.values()]"
    hidden += ".some((model) => model.get('autohide') === true)"
    eventually(lambda: view.document.evaluate(hidden))
    eventually(lambda: view.page.evaluate("window.followers") == 0)
