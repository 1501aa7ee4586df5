# slguard:handler handler HTTP_API_V2
import os
import subprocess


def positional(first, *rest):
    os.system("first " + first)  # slguard:safe
    os.system("rest " + rest[0])  # slguard:expect command-injection


def keywords(*, safe="x", **others):
    os.system("safe " + safe)  # slguard:safe
    os.system("others " + others["name"])  # slguard:expect command-injection


def forward(function, *args, **kwargs):
    return function(*args, **kwargs)


def defaults(name="fixed", mode=None):
    mode = mode or "fast"
    os.system(f"{name} {mode}")  # slguard:expect command-injection


def only(name, /, count: int = 1):
    os.system("only " + name)  # slguard:safe


class Builder:
    def __init__(self):
        self.parts = []

    def add(self, *parts):
        self.parts.extend(parts)
        return self

    def build(self):
        return " ".join(self.parts)


def handler(event, context):
    q = event["queryStringParameters"]
    positional("constant", q["rest"])
    keywords(safe="constant", name=q["name"])
    forward(defaults, mode=q["mode"])
    forward(only, "constant", count=q["count"])
    os.system(Builder().add("tool", "-v").add(q["file"]).build())  # slguard:expect command-injection
    os.system(Builder().add("tool", "-v").build())  # slguard:safe
    head, *tail = q["list"].split(",")
    os.system("head " + head)  # slguard:expect command-injection
    a, (b, c) = "x", ("y", q["c"])
    os.system("pair " + a + b)  # slguard:safe
    os.system("pair " + c)  # slguard:expect command-injection
    options = {"shell": True, "check": True}
    subprocess.run("list " + q["folder"], **options)  # slguard:expect command-injection
    subprocess.run(["list", q["folder"]], **{"check": True})  # slguard:safe
    arguments = ("tool %s" % q["t"],)
    os.system(*arguments)  # slguard:expect command-injection
    merged = {**q, "fixed": "constant"}
    os.system("merged " + merged["fixed"])  # slguard:safe
    os.system("merged " + merged["other"])  # slguard:expect command-injection
    union = {"a": "b"} | q
    os.system("union " + union["x"])  # slguard:expect command-injection
    copied = q.copy()
    copied["name"] = "constant"
    os.system("copied " + copied["name"])  # slguard:safe
    os.system("popped " + copied.pop("gone", ""))  # slguard:expect command-injection
    del copied
