import functools


class Record:
    def __init__(self, values):
        self._values = dict(values)

    def __getattr__(self, name):
        try:
            return self._values[name]
        except KeyError as problem:
            raise AttributeError(name) from problem

    def __getitem__(self, key):
        return self._values[key]

    def __iter__(self):
        return iter(self._values.values())

    def __len__(self):
        return len(self._values)

    def __add__(self, other):
        return Record({**self._values, **other._values})

    def get(self, key, default=None):
        return self._values.get(key, default)


class Settings:
    fixed = "fixed"

    def __init__(self):
        self._level = 0
        self._title = ""

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, value):
        self._level = int(value)

    @property
    def title(self):
        return self._title

    @title.setter
    def title(self, value):
        self._title = value.strip()


class Text:
    def __set_name__(self, owner, name):
        self.slot = "_" + name

    def __get__(self, instance, owner=None):
        return getattr(instance, self.slot)

    def __set__(self, instance, value):
        setattr(instance, self.slot, str(value))


class Number(Text):
    def __set__(self, instance, value):
        super().__set__(instance, int(value))


class Typed:
    name = Text()
    size = Number()


class Lazy:
    def __init__(self, supplier):
        self._supplier = supplier

    @functools.cached_property
    def value(self):
        return self._supplier()


class Config(dict):
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    @classmethod
    def current(cls):
        return cls()
