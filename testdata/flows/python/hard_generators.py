# slguard:handler handler
import itertools
import os
from functools import reduce


def names(text):
    for part in text.split(","):
        yield part.strip()


def lengths(parts):
    yield from (len(part) for part in parts)


def framed(text):
    yield "start"
    yield from names(text)
    yield "stop"


def evens(rows):
    return {key: value for key, value in rows.items() if key != "skip"}


class Feed:
    def __init__(self, text):
        self.text = text

    def __iter__(self):
        for line in self.text.splitlines():
            yield line


def handler(event, context):
    text = event["body"]
    for name in framed(text):
        os.system("say " + name)  # slguard:expect command-injection
    for size in lengths(names(text)):
        os.system(f"say {size}")  # slguard:safe
    for line in Feed(text):
        os.system("say " + line)  # slguard:expect command-injection
    for index, name in enumerate(sorted(names(text), key=len)):
        os.system(f"say {index}")  # slguard:safe
        os.system(f"say {name}")  # slguard:expect command-injection
    for fixed, name in zip(["a", "b"], names(text)):
        os.system("say " + fixed)  # slguard:safe
        os.system("say " + name)  # slguard:expect command-injection
    for name in itertools.chain(["a"], names(text)):
        os.system("say " + name)  # slguard:expect command-injection
    os.system("say " + next(names(text)))  # slguard:expect command-injection
    os.system("say " + reduce(lambda left, right: left + right, names(text), ""))  # slguard:expect command-injection
    os.system("say " + " ".join(f"--{k}={v}" for k, v in evens({"a": text, "skip": "x"}).items()))  # slguard:expect command-injection
    os.system("say " + " ".join(str(len(part)) for part in names(text)))  # slguard:safe
    numbers = [int(part) for part in names(text) if part.isdigit()]
    os.system("say " + " ".join(map(str, numbers)))  # slguard:safe
    kept = [part for part in names(text) if part in ("x", "y")]
    os.system("say " + " ".join(kept))  # slguard:safe
