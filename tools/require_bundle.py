"""Build hook: a wheel contains the browser bundle, or is not built.

Without the bundle a wheel would install and then serve blank pages. An editable
install does not need it yet, so a fresh checkout can build its own.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RequireBundle(BuildHookInterface[Any]):
    """Looks for the bundle before anything is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the hook's signature
        """Fail the build if the bundle is missing.

        Raises:
            FileNotFoundError: ``syncd/static`` holds no script; build it with
                ``make browser``.

        """
        bundle = Path(self.root) / "syncd" / "static"
        if version != "editable" and not any(bundle.glob("**/*.js")):
            raise FileNotFoundError(
                f"{bundle} holds no browser bundle; build it with `make browser`"
            )
