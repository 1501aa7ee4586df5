import os
from dataclasses import dataclass, field


@dataclass
class Order:
    name: str
    number: int = 0
    tags: list = field(default_factory=list)

    @property
    def file(self):
        return self.name + ".json"

    def path(self):
        return "/tmp/" + self.file


def archive(order: Order):
    with open(order.path()) as handle:  # slguard:expect path-traversal
        return {"statusCode": 200, "body": handle.read()}


def archive_number(order: Order):
    os.system("archive %d" % order.number)  # slguard:safe
    open("/tmp/" + order.name)  # slguard:safe
