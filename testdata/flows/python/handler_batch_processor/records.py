import os

from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord


def record_handler(record: SQSRecord):
    payload = record.json_body
    os.system("index " + payload["document"])  # slguard:expect command-injection
    os.system("index " + record.body)  # slguard:expect command-injection


def sound_record_handler(record: SQSRecord):
    os.system("index " + record.message_id)  # slguard:safe
    os.system("index %d" % int(record.json_body["number"]))  # slguard:safe
