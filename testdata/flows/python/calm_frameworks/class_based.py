# slguard:handler handler HTTP_API_V2
import abc
import functools
import json
import os
from dataclasses import asdict, dataclass, field
from enum import Enum

import boto3


class Status(Enum):
    OPEN = "open"
    CLOSED = "closed"


@dataclass
class Ticket:
    id: str
    title: str
    status: Status = Status.OPEN
    comments: list = field(default_factory=list)

    @classmethod
    def from_item(cls, item):
        return cls(item["id"], item["title"], Status(item["status"]), item.get("comments", []))

    def to_item(self):
        return {**asdict(self), "status": self.status.value}


class Repository(abc.ABC):
    @abc.abstractmethod
    def load(self, identifier):
        ...

    @abc.abstractmethod
    def store(self, ticket):
        ...


class DynamoRepository(Repository):
    def __init__(self, name):
        self._name = name

    @functools.cached_property
    def table(self):
        return boto3.resource("dynamodb").Table(self._name)  # slguard:safe

    def load(self, identifier):
        item = self.table.get_item(Key={"id": identifier}).get("Item")  # slguard:safe
        return Ticket.from_item(item) if item else None

    def store(self, ticket):
        self.table.put_item(Item=ticket.to_item())  # slguard:safe


class Service:
    def __init__(self, repository: Repository):
        self.repository = repository

    def change(self, identifier, status):
        ticket = self.repository.load(identifier)
        if ticket is None:
            raise LookupError(identifier)
        ticket.status = Status(status)
        self.repository.store(ticket)
        return ticket


def json_answer(function):
    @functools.wraps(function)
    def wrapper(event, context):
        try:
            status, value = 200, function(event, context)
        except LookupError:
            status, value = 404, {"message": "unknown ticket"}
        except ValueError:
            status, value = 400, {"message": "status"}
        return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": json.dumps(value)}  # slguard:safe
    return wrapper


service = Service(DynamoRepository(os.environ["TICKETS"]))


@json_answer
def handler(event, context):
    body = json.loads(event["body"])
    ticket = service.change(event["pathParameters"]["id"], body["status"])
    return ticket.to_item()
