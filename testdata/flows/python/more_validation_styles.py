# slguard:handler handler HTTP_API_V2
# slguard:handler modelled HTTP_API_V2
import json
import os
import re
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Literal, Union

import marshmallow
from pydantic import AfterValidator, BaseModel, Field, TypeAdapter, ValidationError, model_validator, validate_call


class Mode(Enum):
    FAST = "fast"
    SLOW = "slow"

    @classmethod
    def of(cls, text):
        try:
            return cls(text)
        except ValueError:
            return cls.SLOW


class Invalid(Exception):
    pass


class Validator:
    def __init__(self, data):
        self.data = data
        self.problems = []

    def one_of(self, name, *allowed):
        if self.data.get(name) not in allowed:
            self.problems.append(name)
        return self

    def check(self):
        if self.problems:
            raise Invalid(self.problems)
        return self.data


def clean(text):
    return "".join(c for c in text if c.isalnum() or c in "-_")


def truncate(text, limit=20):
    return text[:limit]


def number(value, default=0):
    try:
        return int(value)
    except (TypeError, ValueError):
        return default


def first_allowed(values, allowed=("a", "b")):
    for value in values:
        if value in allowed:
            return value
    return "a"


def handler(event, context):
    body = json.loads(event["body"])
    os.system("m " + Mode.of(body["mode"]).value)  # slguard:safe
    os.system("c " + clean(body["name"]))  # slguard:safe
    os.system("t " + truncate(body["name"]))  # slguard:expect command-injection
    os.system("n %s" % number(body.get("count")))  # slguard:safe
    os.system("f " + first_allowed(body["list"]))  # slguard:safe
    if body["kind"] not in (kinds := {"x", "y"}):
        raise Invalid(sorted(kinds))
    os.system("k " + body["kind"])  # slguard:safe
    size = body["size"]
    if not isinstance(size, int):
        return {"statusCode": 400}
    os.system(f"s {size}")  # slguard:safe
    if isinstance(body["title"], str) and body["title"]:
        os.system("s " + body["title"])  # slguard:expect command-injection
    region = body.get("region") if body.get("region") in ("eu", "us") else "eu"
    os.system("r " + region)  # slguard:safe
    flags = [flag for flag in body["flags"] if flag in ("-v", "-q")]
    os.system("l " + " ".join(flags))  # slguard:safe
    unknown = [flag for flag in body["flags"] if flag not in ("-v", "-q")]
    os.system("l " + " ".join(unknown))  # slguard:expect command-injection
    lookup = {name: name.upper() for name in ("one", "two")}
    os.system("u " + lookup.get(body["word"], "NONE"))  # slguard:safe
    os.system("u " + lookup.get(body["word"], body["word"]))  # slguard:expect command-injection
    return {"statusCode": 200}


class Small(BaseModel):
    kind: Literal["small"]
    label: Annotated[str, Field(pattern=r"^\w+$")]


class Large(BaseModel):
    kind: Literal["large"]
    label: str
    amount: float


class Order(BaseModel):
    id: Annotated[int, Field(gt=0)]
    item: Union[Small, Large] = Field(discriminator="kind")
    tags: list[Literal["new", "old"]] = []
    notes: list[str] = []


def modelled(event, context):
    try:
        order = Order.model_validate_json(event["body"])
    except ValidationError:
        return {"statusCode": 422}
    os.system(f"order {order.id}")  # slguard:safe
    os.system("order " + " ".join(order.tags))  # slguard:safe
    os.system("order " + " ".join(order.notes))  # slguard:expect command-injection
    os.system("order " + order.item.kind)  # slguard:safe
    adapter = TypeAdapter(list[Large])
    for large in adapter.validate_json(event["body"]):
        os.system(f"large {large.amount}")  # slguard:safe
        os.system(f"large {large.label}")  # slguard:expect command-injection
    return {"statusCode": 200}
