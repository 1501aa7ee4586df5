import os

_REGISTRY = {}


def register(name):
    def decorator(function):
        _REGISTRY[name] = function
        return function
    return decorator


def call(name, *args, **kwargs):
    return _REGISTRY[name](*args, **kwargs)


@register("shell")
def shell(text):
    os.system("registry " + text)  # slguard:expect command-injection


@register("length")
def length(text):
    os.system("registry %d" % len(text))  # slguard:safe
