# slguard:handler orders SQS
# slguard:handler notices SNS
# slguard:handler bus EVENTBRIDGE
import subprocess
from typing import List

from aws_lambda_powertools.utilities.parser import BaseModel, envelopes, event_parser, parse
from pydantic import UUID4, conint


class Order(BaseModel):
    id: UUID4
    quantity: conint(gt=0)
    label: str


@event_parser(model=Order, envelope=envelopes.SqsEnvelope)
def orders(event: List[Order], context):
    for order in event:
        subprocess.call(f"label {order.id} {order.quantity}", shell=True)  # slguard:safe
        subprocess.call(f"label {order.label}", shell=True)  # slguard:expect command-injection


def notices(event, context):
    for order in parse(event=event, model=Order, envelope=envelopes.SnsEnvelope):
        subprocess.call("notice " + order.label, shell=True)  # slguard:expect command-injection
        subprocess.call("notice " + str(order.id), shell=True)  # slguard:safe


@event_parser(model=Order, envelope=envelopes.EventBridgeEnvelope)
def bus(event: Order, context):
    subprocess.call("bus " + event.label, shell=True)  # slguard:expect command-injection
    subprocess.call("bus %d" % event.quantity, shell=True)  # slguard:safe
