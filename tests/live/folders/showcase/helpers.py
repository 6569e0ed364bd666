from pathlib import Path


def load_data(path):
    return Path(path).read_text().strip()
