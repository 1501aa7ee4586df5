# slguard:handler handler HTTP_API_V2
import os
import subprocess
from contextlib import asynccontextmanager, contextmanager
from functools import partialmethod, singledispatch, wraps
from itertools import groupby, islice, starmap
from operator import attrgetter, methodcaller
from types import SimpleNamespace

TOOL = "tool"


class Runner:
    def run(self, verb, argument):
        os.system(f"{verb} {argument}")  # slguard:expect command-injection

    start = partialmethod(run, "start")

    def __matmul__(self, other):
        os.system("matmul " + other)  # slguard:expect command-injection
        return self

    def __lshift__(self, other):
        os.system("shift " + str(len(other)))  # slguard:safe
        return self


class Meta(type):
    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        instance.ready = True
        return instance


class Managed(metaclass=Meta):
    __slots__ = ("name", "ready")

    def __init__(self, name):
        self.name = name


@singledispatch
def describe(value):
    os.system("other")  # slguard:safe


@describe.register(str)
def _(value):
    os.system("text " + value)  # slguard:expect command-injection


def trace(level="info"):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            try:
                return function(*args, **kwargs)
            finally:
                trace.calls = getattr(trace, "calls", 0) + 1
        return wrapper
    return decorate


@trace(level="debug")
def traced(name, *, suffix=""):
    return name + suffix


def countdown(items):
    while items:
        item, *items = items
        yield item


def handler(event, context):
    q = event["queryStringParameters"]
    Runner().start(q["argument"])
    Runner() @ q["m"]
    Runner() << q["m"]
    os.system("managed " + Managed(q["name"]).name)  # slguard:expect command-injection
    describe(q["described"])
    os.system("traced " + traced(q["traced"], suffix="!"))  # slguard:expect command-injection
    for item in countdown(q["items"].split(",")):
        os.system("item " + item)  # slguard:expect command-injection
    space = SimpleNamespace(name=q["name"], size=3)
    os.system("space " + space.name)  # slguard:expect command-injection
    os.system(f"space {space.size}")  # slguard:safe
    upper = methodcaller("upper")
    os.system("upper " + upper(q["u"]))  # slguard:expect command-injection
    for word in islice(q["words"].split(","), 3):
        os.system("word " + word)  # slguard:expect command-injection
    lines = list(starmap("{} {}".format, [("a", q["star"])]))
    os.system(lines[0])  # slguard:expect command-injection
    for key, group in groupby(sorted(q["g"].split(",")), key=len):
        os.system(f"group {key}")  # slguard:safe
        os.system("group " + next(group))  # slguard:expect command-injection
    text = (f"part {q['p']}"
            " and more")
    subprocess.run(text, shell=True)  # slguard:expect command-injection
    subprocess.run(f"{TOOL} {'a' if q['p'] else 'b'}", shell=True)  # slguard:safe
    x = y = q["chain"]
    y += "!"
    os.system("x " + x)  # slguard:expect command-injection
    del y
    values = dict.fromkeys(["a", "b"], q["v"])
    os.system("v " + values["a"])  # slguard:expect command-injection
    *_, last = q["many"].split(",")
    os.system("last " + last)  # slguard:expect command-injection
    result = next((w for w in q["many"].split(",") if w.startswith("x")), "none")
    os.system("result " + result)  # slguard:expect command-injection
    if q["many"] in {"a", "b"} or q["many"] == "c":
        os.system("many " + q["many"])  # slguard:safe
    os.system("sum " + str(sum(map(len, q["many"].split(",")))))  # slguard:safe
    os.system("any " + str(any(w == "x" for w in q["many"])))  # slguard:safe
    return {"statusCode": 200}
