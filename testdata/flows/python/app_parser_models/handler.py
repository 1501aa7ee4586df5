# slguard:handler handler HTTP_API_V2
# slguard:handler worker SQS
import os
import re
from enum import Enum
from typing import Annotated, List, Literal, Optional
from uuid import UUID

from aws_lambda_powertools.utilities.parser import BaseModel, Field, envelopes, event_parser, field_validator, parse
from aws_lambda_powertools.utilities.parser.models import SqsModel
from pydantic import StringConstraints, conint, constr


class Priority(str, Enum):
    LOW = "low"
    HIGH = "high"


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=40)]


class Item(BaseModel):
    sku: constr(pattern=r"^[A-Z]{3}-\d{4}$")
    count: conint(ge=1, le=99)
    note: Optional[str] = None


class Order(BaseModel):
    id: UUID
    customer: str = Field(alias="customerName", min_length=1)
    priority: Priority = Priority.LOW
    channel: Literal["web", "shop"]
    slug: Slug
    loose: str = Field(pattern=r"[a-z]+")
    items: List[Item]
    region: str

    @field_validator("region")
    @classmethod
    def known_region(cls, value):
        if not re.fullmatch(r"[a-z]{2}", value):
            raise ValueError("region")
        return value


@event_parser(model=Order, envelope=envelopes.ApiGatewayV2Envelope)
def handler(event: Order, context):
    os.system(f"order {event.id} {event.priority.value} {event.channel}")  # slguard:safe
    os.system("order " + event.slug)  # slguard:safe
    os.system("order " + event.loose)  # slguard:expect command-injection
    os.system("order " + event.customer)  # slguard:expect command-injection
    os.system("order " + event.region)  # slguard:safe
    for item in event.items:
        os.system(f"pick {item.sku} {item.count}")  # slguard:safe
        if item.note:
            os.system("note " + item.note)  # slguard:expect command-injection
    return {"statusCode": 200}


class Job(BaseModel):
    path: str
    retries: int


def worker(event, context):
    envelope = parse(event=event, model=SqsModel)
    for record in envelope.Records:
        job = Job.model_validate_json(record.body)
        os.system(f"job --retries {job.retries}")  # slguard:safe
        os.system(f"job --path {job.path}")  # slguard:expect command-injection
