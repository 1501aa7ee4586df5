import json
import os

from aws_lambda_powertools.utilities.data_classes.kinesis_stream_event import KinesisStreamRecord
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from pydantic import BaseModel


class Wanted(BaseModel):
    name: str


def on_message(record: SQSRecord):
    wanted = json.loads(record.body)
    os.system("handle " + wanted["name"])  # slguard:expect command-injection
    os.system("handle " + record.json_body["name"])  # slguard:expect command-injection
    os.system("handle " + record.message_id)  # slguard:safe
    os.system("handle " + record.receipt_handle)  # slguard:safe


def on_kinesis(record: KinesisStreamRecord):
    payload = record.kinesis.data_as_json()
    os.system("handle " + payload["name"])  # slguard:expect command-injection
    os.system("handle " + record.kinesis.sequence_number)  # slguard:safe


def on_model(record):
    os.system("handle " + record["body"])  # slguard:expect command-injection
    os.system("handle " + record["messageId"])  # slguard:safe
