# slguard:handler on_queue SQS
# slguard:handler on_topic SNS
# slguard:handler on_stream DYNAMODB_STREAM
# slguard:handler on_data KINESIS
# slguard:handler on_bus EVENTBRIDGE
# slguard:handler on_alb ALB
# slguard:handler on_bucket S3
import os
import tempfile
from urllib.parse import unquote_plus

import boto3
from aws_lambda_powertools.utilities.data_classes import (
    ALBEvent,
    DynamoDBStreamEvent,
    EventBridgeEvent,
    KinesisStreamEvent,
    S3Event,
    SNSEvent,
    SQSEvent,
    event_source,
)
from aws_lambda_powertools.utilities.data_classes.dynamo_db_stream_event import DynamoDBRecordEventName

s3 = boto3.client("s3")


@event_source(data_class=SQSEvent)
def on_queue(event: SQSEvent, context):
    for record in event.records:
        job = record.json_body
        os.system("process " + job["file"])  # slguard:expect command-injection
        os.system("process " + record.message_id)  # slguard:safe
        attribute = record.message_attributes["kind"].string_value
        os.system("process --kind=%s" % attribute)  # slguard:expect command-injection


@event_source(data_class=SNSEvent)
def on_topic(event: SNSEvent, context):
    message = event.record.sns.message
    subject = event.sns_message
    os.popen("notify '%s'" % message)  # slguard:expect command-injection
    os.popen("notify '%s'" % subject)  # slguard:expect command-injection
    os.popen("notify '%s'" % event.record.sns.topic_arn)  # slguard:safe


@event_source(data_class=DynamoDBStreamEvent)
def on_stream(event: DynamoDBStreamEvent, context):
    for record in event.records:
        if record.event_name == DynamoDBRecordEventName.INSERT:
            new = record.dynamodb.new_image
            os.system(f"index {new['title']}")  # slguard:expect command-injection
            os.system(f"index {record.event_id}")  # slguard:safe
        elif record.event_name == DynamoDBRecordEventName.REMOVE:
            os.system(f"drop {int(record.dynamodb.keys['number'])}")  # slguard:safe


@event_source(data_class=KinesisStreamEvent)
def on_data(event: KinesisStreamEvent, context):
    lines = [record.kinesis.data_as_text() for record in event.records]
    items = (record.kinesis.data_as_json() for record in event.records)
    os.system("; ".join(lines))  # slguard:expect command-injection
    for item in items:
        os.system("count " + str(float(item["amount"])))  # slguard:safe
        os.system("count " + item["unit"])  # slguard:expect command-injection


@event_source(data_class=EventBridgeEvent)
def on_bus(event: EventBridgeEvent, context):
    os.system("handle " + event.detail["task"])  # slguard:expect command-injection
    os.system("handle " + event.detail_type)  # slguard:safe


@event_source(data_class=ALBEvent)
def on_alb(event: ALBEvent, context):
    name = event.query_string_parameters.get("name")
    os.system("greet " + unquote_plus(name))  # slguard:expect command-injection
    os.system("greet " + event.http_method)  # slguard:safe
    os.system("greet " + event.decoded_body)  # slguard:expect command-injection


@event_source(data_class=S3Event)
def on_bucket(event: S3Event, context):
    bucket = event.bucket_name
    for record in event.records:
        key = unquote_plus(record.s3.get_object.key)
        with tempfile.TemporaryDirectory() as folder:
            s3.download_file(bucket, key, os.path.join(folder, key))  # slguard:expect path-traversal
            s3.download_file(bucket, key, os.path.join(folder, os.path.basename(key)))  # slguard:safe
