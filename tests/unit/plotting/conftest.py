import pytest

from syncd.plotting import figure


@pytest.fixture
def plot() -> figure:
    return figure()
