# slguard:handler handler HTTP_API_V2
import json
import os
from collections import namedtuple
from dataclasses import asdict, dataclass, field, replace
from typing import NamedTuple, TypedDict

import attr
from attrs import define


@dataclass(frozen=True)
class Job:
    name: str
    size: int
    tags: list = field(default_factory=list)

    @classmethod
    def from_event(cls, event):
        raw = json.loads(event["body"])
        return cls(name=raw["name"], size=int(raw["size"]), tags=raw.get("tags", []))

    @property
    def command(self):
        return f"job --name {self.name}"

    def __str__(self):
        return self.name


class Point(NamedTuple):
    label: str
    x: float


class Shape(TypedDict, total=False):
    kind: str
    sides: int


Pair = namedtuple("Pair", "left right")


@define
class Box:
    title: str
    width: int = attr.ib(converter=int, default=1)


@attr.s(auto_attribs=True)
class Old:
    word: str
    number: int = attr.ib(default=0)


def handler(event, context):
    q = event["queryStringParameters"]
    job = Job.from_event(event)
    os.system(job.command)  # slguard:expect command-injection
    os.system(f"job {job.size}")  # slguard:safe
    os.system("job %s" % job)  # slguard:expect command-injection
    os.system("job " + " ".join(job.tags))  # slguard:expect command-injection
    os.system("job " + asdict(job)["name"])  # slguard:expect command-injection
    os.system("job " + replace(job, name="fixed").name)  # slguard:safe
    point = Point(q["label"], float(q["x"]))
    os.system(f"plot {point.x}")  # slguard:safe
    os.system(f"plot {point.label}")  # slguard:expect command-injection
    label, x = point
    os.system(f"plot {x}")  # slguard:safe
    os.system("plot " + label)  # slguard:expect command-injection
    shape: Shape = {"kind": q["kind"], "sides": 4}
    os.system(f"draw {shape['sides']}")  # slguard:safe
    os.system(f"draw {shape['kind']}")  # slguard:expect command-injection
    pair = Pair(left="a", right=q["right"])
    os.system("join " + pair.left)  # slguard:safe
    os.system("join " + pair.right)  # slguard:expect command-injection
    os.system("join " + pair._replace(right="b").right)  # slguard:safe
    box = Box(q["title"], q["width"])
    os.system(f"pack {box.width}")  # slguard:safe
    os.system(f"pack {box.title}")  # slguard:expect command-injection
    old = Old(word=q["word"])
    os.system("old " + old.word)  # slguard:expect command-injection
    os.system("old " + str(old.number))  # slguard:safe
