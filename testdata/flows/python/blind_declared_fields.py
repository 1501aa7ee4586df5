# slguard:handler handler HTTP_API_V2
import dataclasses
import json
import os
from typing import Literal

import msgspec
from attrs import define, field, validators
from marshmallow import Schema, fields, validate
from pydantic import BaseModel, field_validator


class TicketSchema(Schema):
    title = fields.Str(required=True)
    priority = fields.Str(validate=validate.OneOf(["low", "high"]))
    queue = fields.String(validate=validate.Regexp(r"^[a-z]{2,10}$"))
    count = fields.Integer(load_default=1)


@define
class Item:
    name: str = field(validator=validators.matches_re(r"\w+"))
    kind: str = field(validator=[validators.instance_of(str), validators.in_(["a", "b"])])
    note: str = ""


class Record(msgspec.Struct):
    name: str
    count: int


class Order(BaseModel):
    mode: Literal["a", "b"]
    title: str
    note: str | None = None

    @field_validator("note")
    @classmethod
    def letters(cls, value):
        if value is not None and not value.isalnum():
            raise ValueError("note")
        return value


@dataclasses.dataclass
class Task:
    name: str
    size: int


def handler(event, context):
    body = json.loads(event["body"])
    ticket = TicketSchema().load(body)
    os.system("x " + ticket["title"])  # slguard:expect command-injection
    os.system("x " + ticket["priority"])  # slguard:safe
    os.system("x " + ticket["queue"])  # slguard:safe
    os.system(f"x {ticket['count']}")  # slguard:safe
    item = Item(**body["item"])
    os.system("x " + item.name)  # slguard:safe
    os.system("x " + item.kind)  # slguard:safe
    os.system("x " + item.note)  # slguard:expect command-injection
    record = msgspec.json.decode(event["body"], type=Record)
    os.system(f"x {record.count}")  # slguard:safe
    os.system("x " + record.name)  # slguard:expect command-injection
    order = Order(**body["order"]).model_dump()
    os.system("x " + order["mode"])  # slguard:safe
    os.system("x " + order["title"])  # slguard:expect command-injection
    os.system(f"x {order['note']}")  # slguard:safe
    task = dataclasses.asdict(Task(body["name"], int(body["size"])))
    os.system("x " + task["name"])  # slguard:expect command-injection
    os.system(f"x {task['size']}")  # slguard:safe
