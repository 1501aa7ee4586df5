"""Exports orders as CSV; called through a function URL."""
import os

import boto3

from reports import convert

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def handler(event, context):
    params = event.get("queryStringParameters") or {}
    name = params.get("name", "orders")
    items = table.scan()["Items"]
    return {"statusCode": 200, "body": convert(name, items)}
