"""Words are seen on the backgrounds that authors write, in the light and in the dark."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_accessibility import violations
from support.wait import eventually


DIM, BRIGHT = (lambda shade: shade < 100), (lambda shade: shade > 150)
SHADE = """element => {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  context.fillStyle = getComputedStyle(element).color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return (3 * red + 6 * green + blue) / 10;
}"""


@pytest.fixture(scope="module", params=["light", "dark"])
def shown(request, module_view):
    view = module_view(
        f"grounds-{request.param}",
        app="grounds",
        color_scheme=request.param,
        bypass_csp=True,
    )
    return request.param, view


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("light ground", DIM),
        ("dark ground", BRIGHT),
        ("light slope", DIM),
        ("light row", DIM),
        ("light note", DIM),
        ("light slope of a sheet", DIM),
        ("light cell", DIM),
        ("light card", DIM),
        ("navy on light", DIM),
        ("navy around a ground", DIM),
        ("navy on a card", DIM),
        ("light title", DIM),
        ("dark title", BRIGHT),
    ],
)
def test_words_suit_their_ground(shown, words, seen):
    place = shown[1].page.get_by_text(words, exact=True)
    eventually(lambda: seen(place.evaluate(SHADE)), lambda: place.evaluate(SHADE))


def stand_out_from_the_page(shown, words):
    """Wait until words are dark on a light page, and light on a dark one."""
    scheme, view = shown
    place = view.page.get_by_text(words, exact=True)
    seen = DIM if scheme == "light" else BRIGHT
    eventually(lambda: seen(place.evaluate(SHADE)), lambda: place.evaluate(SHADE))


@pytest.mark.parametrize(
    "words", ["thin ground", "the page's ground", "the page's title", "navy title"]
)
def test_words_follow_the_page_on_a_ground_that_does(shown, words):
    stand_out_from_the_page(shown, words)


@pytest.mark.parametrize(
    "words",
    [
        "navy words",
        "words of a font",
        "navy of a sheet",
        "navy by styles",
        "navy by a class",
    ],
)
def test_dark_words_can_be_read_in_the_dark(shown, words):
    stand_out_from_the_page(shown, words)


@pytest.mark.parametrize(
    "words",
    ["faint line", "line of a sheet", "navy by a class", "line by styles", "hr"],
)
def test_faint_lines_do_not_glare_in_the_dark(shown, words):
    scheme, view = shown
    place = view.page.locator("hr")
    if words != "hr":
        place = view.page.get_by_text(words, exact=True)
    if words == "line by styles":
        place = view.document.locator("docsync-div").filter(has=place)
    seen = BRIGHT if scheme == "light" else DIM
    line = SHADE.replace(
        ".color;", ".borderBottomColor;" if words != "hr" else ".borderTopColor;"
    )
    eventually(lambda: seen(place.evaluate(line)), lambda: place.evaluate(line))


def test_lines_that_are_no_grey_or_stand_on_a_light_ground_keep_their_colour(shown):
    page = shown[1].page
    gold, white = "rgb(255, 215, 0)", "rgb(221, 221, 221)"
    expect(page.get_by_text("gold line")).to_have_css("border-top-color", gold)
    expect(page.get_by_text("faint on white")).to_have_css("border-top-color", white)


@pytest.mark.parametrize("words", ["grey words", "green words"])
def test_words_of_medium_colours_have_their_contrast_in_the_dark(shown, words):
    scheme, view = shown
    place = view.page.get_by_text(words, exact=True)
    least = 0 if scheme == "light" else 105
    eventually(lambda: place.evaluate(SHADE) > least, lambda: place.evaluate(SHADE))


def test_words_that_are_seen_anywhere_keep_their_colour(shown):
    place = shown[1].page.get_by_text("words of the light")
    expect(place).to_have_css("color", "rgb(30, 150, 110)")


def test_colours_that_authors_write_are_theirs(shown):
    place = shown[1].page.get_by_text("own words")
    expect(place).to_have_css("color", "rgb(1, 2, 3)")


@pytest.mark.parametrize(
    "words",
    [
        "words of a class",
        "words of another rule",
        "words around a class",
        "words around",
    ],
)
def test_colours_that_authors_write_elsewhere_are_theirs(shown, words):
    place = shown[1].page.get_by_text(words, exact=True)
    expect(place).to_have_css("color", "rgb(4, 5, 6)")


def test_a_link_keeps_its_colour(shown):
    place = shown[1].page.get_by_text("a link", exact=True)
    words = shown[1].page.get_by_text("light ground", exact=True)
    eventually(
        lambda: (
            place.evaluate("each => getComputedStyle(each).color")
            != words.evaluate("each => getComputedStyle(each).color")
        )
    )


@pytest.mark.parametrize(
    ("name", "darkest", "brightest"),
    [
        ("light-lines", BRIGHT, BRIGHT),
        ("light-words", DIM, BRIGHT),
        ("dark-lines", DIM, DIM),
        ("dark-words", DIM, BRIGHT),
    ],
)
def test_lines_and_words_of_a_plot_suit_its_ground(shown, name, darkest, brightest):
    view = shown[1]
    canvas = Plot(view, name).canvas

    def shades():
        drawn = [colour for colour in view.colours(canvas) if colour != "none"]
        parts = [[int(each[at : at + 2], 16) for at in (1, 3, 5)] for each in drawn]
        return sorted((3 * red + 6 * green + blue) / 10 for red, green, blue in parts)

    # A ground, and lines on it.
    eventually(lambda: len(shades()) > 1, shades)
    eventually(lambda: darkest(shades()[0]) and brightest(shades()[-1]), shades)


def shades_of(view, name):
    """Return how light what a figure's canvas shows is, from the darkest on."""
    drawn = [each for each in view.colours(Plot(view, name).canvas) if each != "none"]
    parts = [[int(each[at : at + 2], 16) for at in (1, 3, 5)] for each in drawn]
    return sorted((3 * red + 6 * green + blue) / 10 for red, green, blue in parts)


def test_faint_lines_of_a_plot_do_not_glare_in_the_dark(shown):
    scheme, view = shown
    if scheme == "light":
        eventually(lambda: 230 < shades_of(view, "ruled")[0] < 245)
    else:
        eventually(lambda: 30 < shades_of(view, "ruled")[-1] < 60)


@pytest.mark.parametrize(
    ("name", "seen"), [("light-around", DIM), ("dark-around", BRIGHT)]
)
def test_what_opens_over_a_plot_suits_its_ground(shown, name, seen):
    view = shown[1]
    plot = Plot(view, name)
    plot.area.scroll_into_view_if_needed()
    plot.move(0.5, 0.5)
    tip = view.document.get_by_role("tooltip")
    expect(tip).to_be_visible()
    eventually(lambda: seen(tip.evaluate(SHADE)), lambda: tip.evaluate(SHADE))
    summary = view.page.get_by_text(f"Data table of {name}")
    summary.focus()
    view.page.keyboard.press("Enter")
    cell = view.named(name).get_by_role("columnheader", name="x", exact=True)
    for words in (summary, cell):
        eventually(lambda words=words: seen(words.evaluate(SHADE)))
    assert violations(view.page) == []
    summary.blur()


def test_words_on_data_that_are_light_can_be_read(shown):
    # In the dark something dark is around them.
    eventually(lambda: DIM(shades_of(shown[1], "pictured")[0]))


def test_preformatted_lines_do_not_widen_the_page(shown):
    wide = "() => document.documentElement.scrollWidth - innerWidth"
    page = shown[1].page
    expect(page.locator("pre")).to_be_visible()
    eventually(lambda: page.evaluate(wide) <= 0)


def test_all_of_it_can_be_read(shown):
    assert violations(shown[1].page) == []
