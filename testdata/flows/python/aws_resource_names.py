# slguard:handler handler
# slguard:handler sound
import json
import os

import boto3

dynamodb = boto3.resource("dynamodb")
s3 = boto3.client("s3")
sqs = boto3.client("sqs")
TENANTS = {"acme": "orders-acme", "globex": "orders-globex"}


def handler(event, context):
    body = json.loads(event["body"])
    table = dynamodb.Table("orders-" + body["tenant"])  # slguard:expect tainted-aws-resource
    table.get_item(Key={"id": body["id"]})  # slguard:safe
    s3.list_objects_v2(Bucket=body["bucket"])  # slguard:expect tainted-aws-resource
    sqs.send_message(QueueUrl=body["queue"], MessageBody="{}")  # slguard:expect tainted-aws-resource
    boto3.client("dynamodb").get_item(TableName=body["table"], Key={"id": {"S": body["id"]}})  # slguard:expect tainted-aws-resource


def sound(event, context):
    body = json.loads(event["body"])
    table = dynamodb.Table(TENANTS[body["tenant"]])  # slguard:safe
    table.get_item(Key={"id": body["id"]})  # slguard:safe
    s3.list_objects_v2(Bucket=os.environ["BUCKET"])  # slguard:safe
    if body["queue"] not in (os.environ["FAST_QUEUE"], os.environ["SLOW_QUEUE"]):
        return {"statusCode": 400}
    sqs.send_message(QueueUrl=body["queue"], MessageBody=json.dumps(body))  # slguard:safe
