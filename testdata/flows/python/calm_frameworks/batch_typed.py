# slguard:handler lambda_handler SQS
import os
from decimal import Decimal
from typing import Any
from uuid import UUID

import boto3
from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.parser import BaseModel, validator
from aws_lambda_powertools.utilities.parser.models import SqsRecordModel
from aws_lambda_powertools.utilities.parser.types import Json

logger = Logger()
table = boto3.resource("dynamodb").Table(os.environ["PAYMENTS"])
topic = boto3.resource("sns").Topic(os.environ["TOPIC_ARN"])


class Payment(BaseModel):
    id: UUID
    amount: Decimal
    currency: str
    reference: str = ""

    @validator("currency")
    def known(cls, value):
        if value not in {"EUR", "USD"}:
            raise ValueError("currency")
        return value


class PaymentRecord(SqsRecordModel):
    body: Json[Payment]


processor = BatchProcessor(event_type=EventType.SQS, model=PaymentRecord)


def record_handler(record: PaymentRecord) -> Any:
    payment = record.body
    table.put_item(Item={"id": str(payment.id), "amount": payment.amount, "reference": payment.reference})  # slguard:safe
    topic.publish(Subject="Payment", Message=f"{payment.amount} {payment.currency}")  # slguard:safe
    logger.info("payment stored", payment_id=str(payment.id))
    return {"id": payment.id}


@logger.inject_lambda_context
def lambda_handler(event, context):
    return process_partial_response(event=event, record_handler=record_handler, processor=processor, context=context)
