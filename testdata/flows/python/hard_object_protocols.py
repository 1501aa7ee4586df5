# slguard:handler handler
import functools
import os


class Headers:
    def __init__(self, values):
        self._values = {key.lower(): value for key, value in values.items()}

    def __getitem__(self, key):
        return self._values[key.lower()]

    def __contains__(self, key):
        return key.lower() in self._values

    def get(self, key, default=None):
        return self._values.get(key.lower(), default)


class Lazy:
    kind = "fixed"

    def __init__(self, event):
        self._event = event

    def __getattr__(self, name):
        return self._event[name]

    @functools.cached_property
    def name(self):
        return self._event["body"]

    @property
    def size(self):
        return len(self._event["body"])

    def __str__(self):
        return "lazy " + self.name

    def __len__(self):
        return 3

    def __add__(self, other):
        return self.name + other


class Box:
    __slots__ = ("value",)

    @property
    def content(self):
        return self.value

    @content.setter
    def content(self, value):
        self.value = value.strip()


def handler(event, context):
    headers = Headers(event["headers"])
    os.system("say " + headers["X-Name"])  # slguard:expect command-injection
    os.system("say " + headers.get("x-name", "none"))  # slguard:expect command-injection
    os.system("say " + str("X-Name" in headers))  # slguard:safe
    lazy = Lazy(event)
    os.system("say " + lazy.name)  # slguard:expect command-injection
    os.system("say " + lazy.rawQueryString)  # slguard:expect command-injection
    os.system(f"say {lazy.size} {len(lazy)} {lazy.kind}")  # slguard:safe
    os.system(f"say {lazy}")  # slguard:expect command-injection
    os.system("say " + str(lazy))  # slguard:expect command-injection
    os.system("say " + (lazy + "x"))  # slguard:expect command-injection
    box = Box()
    box.content = event["body"]
    os.system("say " + box.content)  # slguard:expect command-injection
    box.content = "fixed"
    os.system("say " + box.content)  # slguard:safe
