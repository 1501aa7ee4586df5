# slguard:handler lambda_handler SQS
# slguard:handler by_hand SQS
import json
import logging
import os
import sqlite3

from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

processor = BatchProcessor(event_type=EventType.SQS)
logger = logging.getLogger()
db = sqlite3.connect("/tmp/cache.db")


def record_handler(record: SQSRecord):
    payload = json.loads(record.body)
    db.execute("INSERT INTO seen VALUES (?, ?)", (record.message_id, payload["id"]))  # slguard:safe
    db.execute("INSERT INTO seen VALUES ('" + payload["id"] + "')")  # slguard:expect sql-injection


def lambda_handler(event, context):
    return process_partial_response(event=event, record_handler=record_handler, processor=processor, context=context)


def by_hand(event, context):
    failures = []
    for record in event["Records"]:
        try:
            handle_record(record)
        except Exception:
            logger.exception("failed record")
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}


def handle_record(record):
    body = json.loads(record["body"])
    if "Message" in body:
        body = json.loads(body["Message"])
    table = body.get("table", "events")
    if not table.isidentifier():
        raise ValueError("table")
    db.execute(f"DELETE FROM {table} WHERE id = ?", [body["id"]])  # slguard:safe
    db.executescript(f"DELETE FROM log WHERE id = {body['id']}")  # slguard:expect sql-injection
