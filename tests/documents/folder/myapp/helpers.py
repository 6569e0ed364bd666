print("helpers are imported", flush=True)


def load_data(path):
    with open(path) as file:
        return file.read()
