_values = {}
LAST = ""
VERSION = "1.0"


def put(key, value):
    _values[key] = value


def get(key):
    return _values.get(key, "")


def count():
    return len(_values)


class Store:
    _shared = None

    def __init__(self):
        self.value = ""

    def set(self, value):
        self.value = value

    @staticmethod
    def shared():
        if Store._shared is None:
            Store._shared = default_store
        return Store._shared


default_store = Store()
