"""Settings of the pages that syncd serves itself."""

from __future__ import annotations

from dataclasses import dataclass

from syncd.config.parsing import parse_bool, parse_origins
from syncd.config.setting import setting


__all__ = ["PageSettings"]


@dataclass(frozen=True, kw_only=True, init=False, repr=False, eq=False)
class PageSettings:
    """Pages."""

    disable_index: bool = setting(
        default=False,
        env="DOCSYNC_DISABLE_INDEX",
        flag="--disable-index",
        parse=parse_bool,
        help="Answer 404 at / instead of listing the applications.",
    )
    disable_index_redirect: bool = setting(
        default=False,
        env="DOCSYNC_DISABLE_INDEX_REDIRECT",
        flag="--disable-index-redirect",
        parse=parse_bool,
        help="List the applications at / even if there is only one.",
    )
    index: str | None = setting(
        None,
        env="DOCSYNC_INDEX",
        flag="--index",
        help=(
            "A Jinja2 template for the page at /; it finds prefix and items, the"
            " routes of the applications."
        ),
    )
    ico_path: str | None = setting(
        None,
        env="DOCSYNC_ICO_PATH",
        flag="--ico-path",
        help="A .ico file to answer at /favicon.ico; none is 404. Unset means ours.",
    )
    allow_eval: bool = setting(
        default=False,
        env="DOCSYNC_ALLOW_EVAL",
        flag="--allow-eval",
        parse=parse_bool,
        help=(
            "Let the pages that syncd serves itself run the JavaScript of applications"
            " (CustomJS): their Content Security Policy gets 'unsafe-eval'."
        ),
    )
    image_origin: tuple[str, ...] = setting(
        (),
        env="DOCSYNC_IMAGE_ORIGIN",
        flag="--image-origin",
        parse=parse_origins,
        help=(
            "A SCHEME://HOST[:PORT] from which the pages that syncd serves itself may"
            " show pictures; a * stands for any first label of the host, or alone for"
            " anywhere. Those that a document names when its page is made need none."
        ),
    )
    browser: str | None = setting(
        None,
        env="DOCSYNC_BROWSER",
        help=(
            "What --show opens: a name that Python's webbrowser knows, a command"
            " with %s for the address, or none. Unset means the user's browser."
        ),
    )
    dev: bool = setting(
        default=False,
        env="DOCSYNC_DEV",
        flag="--dev",
        parse=parse_bool,
        help=(
            "Reload applications and the pages that show them when files change, and"
            " show tracebacks in the browser; for development only. FILES after it"
            " are watched, too."
        ),
    )
