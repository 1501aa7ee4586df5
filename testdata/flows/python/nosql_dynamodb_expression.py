# slguard:handler handler
# slguard:handler sound
import json
import os

import boto3
from boto3.dynamodb.conditions import Attr, Key

dynamodb = boto3.resource("dynamodb")
table = dynamodb.Table(os.environ["TABLE"])
client = boto3.client("dynamodb")


def handler(event, context):
    body = json.loads(event["body"])
    table.scan(FilterExpression=body["filter"])  # slguard:expect nosql-injection
    table.update_item(Key={"id": body["id"]}, UpdateExpression="SET " + body["field"] + " = :v", ExpressionAttributeValues={":v": 1})  # slguard:expect nosql-injection
    client.query(**body)  # slguard:expect nosql-injection
    return {"statusCode": 204}


def sound(event, context):
    body = json.loads(event["body"])
    table.scan(FilterExpression=Attr("owner").eq(body["owner"]))  # slguard:safe
    table.query(KeyConditionExpression=Key("id").eq(body["id"]) & Key("day").gt(body["day"]))  # slguard:safe
    table.update_item(Key={"id": body["id"]}, UpdateExpression="SET amount = :v", ExpressionAttributeValues={":v": body["amount"]})  # slguard:safe
    table.put_item(Item={"id": body["id"], "owner": body["owner"]})  # slguard:safe
    return {"statusCode": 204}
