# slguard:handler handler
import json
import os
from dataclasses import asdict, dataclass, field, replace
from typing import NamedTuple, Optional, TypedDict


@dataclass
class Request:
    name: str
    count: int = 1
    tags: list = field(default_factory=list)
    command: Optional[str] = None

    def __post_init__(self):
        self.count = int(self.count)
        self.command = "do " + self.name

    @classmethod
    def from_event(cls, event):
        body = json.loads(event["body"])
        return cls(**body)

    @property
    def label(self):
        return f"{self.name}-{self.count}"

    @staticmethod
    def fixed():
        return Request("fixed")


class Point(NamedTuple):
    name: str
    size: int


class Row(TypedDict, total=False):
    name: str
    kind: str


def handler(event, context):
    request = Request.from_event(event)
    os.system(request.command)  # slguard:expect command-injection
    os.system(request.label)  # slguard:expect command-injection
    os.system(f"do {request.count}")  # slguard:safe
    os.system(Request.fixed().command)  # slguard:safe
    os.system("do " + asdict(request)["name"])  # slguard:expect command-injection
    os.system("do " + replace(request, name="x").name)  # slguard:safe
    for tag in request.tags:
        os.system("tag " + tag)  # slguard:expect command-injection
    point = Point(name=event["body"], size=len(event["body"]))
    os.system("point " + point.name)  # slguard:expect command-injection
    name, size = point
    os.system(f"point {size}")  # slguard:safe
    os.system("point " + point[0])  # slguard:expect command-injection
    row: Row = {"name": event["body"], "kind": "a"}
    row["kind"] = "b"
    os.system("row " + row["kind"])  # slguard:safe
    os.system("row " + row["name"])  # slguard:expect command-injection
