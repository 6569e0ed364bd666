"""Themes: looks for models that say nothing else."""

from __future__ import annotations

from syncd.themes.built_in import CALIBER as CALIBER
from syncd.themes.built_in import CARBON as CARBON
from syncd.themes.built_in import CONTRAST as CONTRAST
from syncd.themes.built_in import DARK_MINIMAL as DARK_MINIMAL
from syncd.themes.built_in import LIGHT_MINIMAL as LIGHT_MINIMAL
from syncd.themes.built_in import NIGHT_SKY as NIGHT_SKY
from syncd.themes.built_in import built_in_theme as built_in_theme
from syncd.themes.built_in import built_in_themes as built_in_themes
from syncd.themes.built_in import default as default
from syncd.themes.theme import Theme as Theme
