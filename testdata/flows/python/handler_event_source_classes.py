# slguard:handler gateway REST_API
# slguard:handler queue SQS
# slguard:handler bucket S3
# slguard:handler stream DYNAMODB_STREAM
# slguard:handler kinesis KINESIS
# slguard:handler notification SNS
import os

from aws_lambda_powertools.utilities.data_classes import (
    APIGatewayProxyEvent,
    DynamoDBStreamEvent,
    KinesisStreamEvent,
    S3Event,
    SNSEvent,
    SQSEvent,
    event_source,
)


@event_source(data_class=APIGatewayProxyEvent)
def gateway(event: APIGatewayProxyEvent, context):
    os.system("run " + event.json_body["name"])  # slguard:expect command-injection
    os.system("run " + event.get_query_string_value("q", default_value=""))  # slguard:expect command-injection
    os.system("run " + event.headers["x-a"])  # slguard:expect command-injection
    os.system("run " + event.path_parameters["id"])  # slguard:expect command-injection
    os.system("run " + event.request_context.request_id)  # slguard:safe
    os.system("run " + event.http_method)  # slguard:safe


@event_source(data_class=SQSEvent)
def queue(event: SQSEvent, context):
    for record in event.records:
        os.system("run " + record.json_body["name"])  # slguard:expect command-injection
        os.system("run " + record.body)  # slguard:expect command-injection
        os.system("run " + record.message_id)  # slguard:safe


def bucket(event, context):
    event = S3Event(event)
    os.system("run " + event.object_key)  # slguard:expect command-injection
    for record in event.records:
        os.system("run " + record.s3.get_object.key)  # slguard:expect command-injection
        os.system("run " + record.s3.bucket.name)  # slguard:safe
    os.system("run " + event.bucket_name)  # slguard:safe


@event_source(data_class=DynamoDBStreamEvent)
def stream(event: DynamoDBStreamEvent, context):
    for record in event.records:
        os.system("run " + record.dynamodb.new_image["name"])  # slguard:expect command-injection
        os.system("run " + record.event_name.name)  # slguard:safe


@event_source(data_class=KinesisStreamEvent)
def kinesis(event: KinesisStreamEvent, context):
    for record in event.records:
        os.system("run " + record.kinesis.data_as_text())  # slguard:expect command-injection
        os.system("run " + record.kinesis.data_as_json()["x"])  # slguard:expect command-injection
        os.system("run " + record.kinesis.sequence_number)  # slguard:safe


@event_source(data_class=SNSEvent)
def notification(event: SNSEvent, context):
    os.system("run " + event.sns_message)  # slguard:expect command-injection
    for record in event.records:
        os.system("run " + record.sns.message)  # slguard:expect command-injection
        os.system("run " + record.sns.topic_arn)  # slguard:safe
