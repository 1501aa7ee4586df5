import importlib

KNOWN = ("pdf", "csv", "xlsx")


def load(name):
    return importlib.import_module(name)  # slguard:expect code-injection


def load_known(name):
    if name not in KNOWN:
        raise LookupError(name)
    return importlib.import_module("plugins." + name)  # slguard:safe
