"""The applications of the gallery, each served by syncd and handled in a browser."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from browser.plot import Plot
from browser.test_accessibility import violations
from browser.view import FRAMES, View, box_of
from support import needs
from support.daemon import daemon
from support.tree import ROOT
from support.wait import eventually


APPS = sorted((ROOT / "examples" / "apps").glob("*.py"))
DESK = {"width": 1100, "height": 1300}
PHONE = {"width": 390, "height": 800}

Opener = Callable[[str], View]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    needs.chromium()
    with daemon(apps=APPS, secret_key=None) as running:
        yield running.url
    assert "ERROR" not in running.log()
    assert "WARNING syncd.models" not in running.log()


@pytest.fixture
def open_app(chromium: Browser, url: str) -> Iterator[Opener]:
    """Open an application; in the end its page must have had nothing to complain of."""
    contexts: list[BrowserContext] = []
    views: list[View] = []

    def open_app(name: str, **options: object) -> View:
        contexts.append(chromium.new_context(**{"viewport": DESK} | options))
        view = View(contexts[-1].new_page())
        views.append(view)
        view.open(f"{url}/{name}")
        view.document.locator(".canvas > canvas").first.wait_for()
        return view

    yield open_app
    told = [problem for view in views for problem in view.told()]
    violated = [each for view in views for each in view.violations()]
    for context in contexts:
        context.close()
    assert told == []
    assert violated == []


MATCHES = "query => matchMedia(query).matches"


def wait(view: View, condition: Callable[[], bool]) -> None:
    """Wait until something holds, and let the page go on meanwhile."""
    for _ in range(1000):
        if condition():
            return
        view.page.wait_for_timeout(20)
    raise AssertionError("it has not come to hold")


def titled(view: View, words: str) -> None:
    """Expect a title on the first figure."""
    figure = view.document.get_by_role("figure").first
    expect(figure).to_have_accessible_name(re.compile(words))


def changes(view: View, plot: Plot, act: Callable[[], object] = lambda: None) -> None:
    """Do something, and wait until the figure looks otherwise."""
    before = plot.picture()
    act()
    wait(view, lambda: plot.picture() != before)


@pytest.mark.parametrize("path", APPS, ids=lambda path: path.stem)
def test_it_is_for_everybody(open_app: Opener, path: Path) -> None:
    """Light and dark, by ear and by keys, and on a phone."""
    view = open_app(path.stem, bypass_csp=True, color_scheme="light")
    assert view.page.title() not in {"", path.stem}
    assert violations(view.page) == []
    expect(
        view.document.get_by_role("figure", name="Figure", exact=True)
    ).to_have_count(0)
    view.page.emulate_media(color_scheme="dark")
    wait(view, lambda: view.page.evaluate(MATCHES, "(prefers-color-scheme: dark)"))
    assert violations(view.page) == []
    view.page.emulate_media(forced_colors="active")
    wait(view, lambda: view.page.evaluate(MATCHES, "(forced-colors: active)"))
    assert violations(view.page) == []
    view.page.emulate_media(forced_colors="none")
    view.page.set_viewport_size(PHONE)
    width = "document.documentElement.scrollWidth"
    wait(view, lambda: view.page.evaluate(width) == PHONE["width"])


def test_crossfilter_counts_what_is_selected(open_app: Opener) -> None:
    view = open_app("crossfilter")
    cars, counts = Plot(view, 0), Plot(view, 1)
    changes(view, counts, lambda: cars.drag((0.02, 0.02), (0.4, 0.9)))
    changes(view, cars, lambda: view.page.get_by_label("X axis").select_option("Year"))
    titled(view, r"^Economy \(mpg\) by Year$")
    changes(
        view,
        counts,
        lambda: view.page.get_by_label("Colour").select_option("Cylinders"),
    )


def test_other_measures_are_in_sight_after_a_zoom(open_app: Opener) -> None:
    view = open_app("crossfilter")
    cars = Plot(view, 0)
    wide = cars.ends[0]
    cars.area.press("+")
    wait(view, lambda: cars.ends[0] != wide)
    view.page.get_by_label("X axis").select_option("Year")

    def all_years() -> bool:
        start, end = cars.ends[0]
        return 1960 < start < 1970 and 1982 < end < 1990

    wait(view, all_years)


def test_a_bar_of_the_crossfilter_selects_its_cars(open_app: Opener) -> None:
    view = open_app("crossfilter")
    cars, counts = Plot(view, 0), Plot(view, 1)
    changes(view, cars, lambda: counts.drag((0.5, 0.1), (0.5, 0.1)))


def test_bubbles_move_with_the_year(open_app: Opener) -> None:
    view = open_app("bubbles")
    plot = Plot(view, 0)
    year = view.page.get_by_role("slider", name="Year")
    year.focus()
    changes(view, plot, lambda: view.page.keyboard.press("End"))
    view.page.get_by_role("button", name="Play").click()
    expect(view.page.get_by_role("button", name="Pause")).to_be_visible()
    for _ in range(3):
        changes(view, plot)
    eventually(lambda: 1960 < float(year.evaluate("element => element.value")) < 2020)
    view.page.get_by_role("button", name="Pause").click()
    expect(view.page.get_by_role("button", name="Play")).to_be_visible()


def test_on_a_phone_tools_do_not_cover_the_legend(open_app: Opener) -> None:
    view = open_app("bubbles", viewport=PHONE)
    legend = box_of(view.document.get_by_role("group", name="Legend"))
    tools = box_of(view.document.get_by_role("toolbar"))
    assert legend is not None
    assert tools is not None
    above = tools["y"] + tools["height"] <= legend["y"]
    beside = tools["x"] >= legend["x"] + legend["width"]
    assert above or beside, f"{tools} and {legend}"


def test_prices_stream(open_app: Opener) -> None:
    view = open_app("ohlc")
    prices, traded = Plot(view, 0), Plot(view, 1)
    before = prices.ends[0][1]
    wait(view, lambda: prices.ends[0][1] > before)
    changes(view, prices)
    view.page.get_by_role("button", name="Pause").click()
    expect(view.page.get_by_role("button", name="Go on")).to_be_visible()
    eventually(lambda: prices.ends[0] == traded.ends[0])


def test_histograms_follow_the_selection(open_app: Opener) -> None:
    view = open_app("selection_histogram")
    cloud, beside, across = (Plot(view, index) for index in range(3))
    before = across.picture()
    cloud.press("Box select")
    changes(view, beside, lambda: cloud.drag((0.05, 0.05), (0.5, 0.6)))
    wait(view, lambda: across.picture() != before)
    expect(view.page.get_by_role("heading", name=" of 2,500 points")).to_be_visible()
    cloud.area.focus()
    view.page.keyboard.press("Escape")
    expect(view.page.get_by_role("heading", name=re.compile("^2,500"))).to_be_visible()


def test_a_million_points_are_looked_at_in_detail(open_app: Opener) -> None:
    view = open_app("big_data")
    detail, overview = Plot(view, 0), Plot(view, 1)
    before = detail.ends[0]
    start, end = overview.ends[0]
    middle = (sum(before) / 2 - start) / (end - start)
    changes(view, detail, lambda: overview.drag((middle, 0.5), (middle + 0.3, 0.5)))
    eventually(lambda: detail.ends[0][0] > before[1])
    titled(view, r"^[\d,]+ of 1,000,000 points$")


def test_the_picture_evolves(open_app: Opener) -> None:
    view = open_app("image_stream")
    field, history = Plot(view, 0), Plot(view, 1)
    changes(view, field)
    changes(view, history)
    view.page.get_by_label("Pattern").select_option("Spots")
    titled(view, "^Spots, frame")
    view.page.get_by_label("Palette").select_option("Viridis")
    wait(view, lambda: "#440154" in field.colours())


def test_what_is_selected_in_one_is_in_all(open_app: Opener) -> None:
    view = open_app("brushing")
    plots = [Plot(view, index) for index in range(9)]
    before = [plot.picture() for plot in plots]
    plots[1].drag((0.02, 0.02), (0.4, 0.5))
    for plot, picture in zip(plots, before, strict=True):
        wait(view, lambda plot=plot, picture=picture: plot.picture() != picture)
    expect(view.page.get_by_text("of 270 birds")).not_to_have_text("270 of 270 birds")


def test_fingers_take_hold_of_an_end_beside_it_on_a_phone(open_app: Opener) -> None:
    view = open_app("big_data", viewport=PHONE, has_touch=True, is_mobile=True)
    detail, overview = Plot(view, 0), Plot(view, 1)
    expect(view.page.get_by_role("slider", name="Right side")).to_be_visible()
    first, last = detail.ends[0]
    low, high = overview.ends[0]
    # About as far off as a finger is wide.
    beside = (last - low) / (high - low) + 12 / box_of(overview.area)["width"]
    overview.touch([(beside + step * 0.05, 0.5) for step in range(7)])
    wait(view, lambda: detail.ends[0][1] > last + 500)
    wait(view, lambda: detail.ends[0][0] == pytest.approx(first))
    for side in ("Left", "Right"):
        handle = view.page.get_by_role("slider", name=f"{side} side")
        reach = handle.evaluate(
            "e => parseFloat(getComputedStyle(e, '::after').inlineSize)"
        )
        assert reach >= 24


def test_two_fingers_move_the_figure_and_not_the_page(open_app: Opener) -> None:
    view = open_app("ohlc", viewport=PHONE, has_touch=True, is_mobile=True)
    plot = Plot(view, 0)
    plot.press("Pan (horizontal)")
    expect(plot.tool("Pan (horizontal)")).to_have_attribute("aria-pressed", "false")
    first, last = plot.ends[0]
    where = "() => [visualViewport.scale, scrollX, scrollY]"
    before = view.page.evaluate(where)
    assert before[0] == 1
    paths = [
        [(0.5 + side * (0.1 + at / 40), 0.5) for at in range(9)] for side in (-1, 1)
    ]
    plot.touch(*paths)
    wait(view, lambda: plot.ends[0][1] - plot.ends[0][0] < 0.9 * (last - first))
    view.page.evaluate(FRAMES)
    after = view.page.evaluate(where)
    assert after == before
