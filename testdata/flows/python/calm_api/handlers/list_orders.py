# slguard:handler lambda_handler HTTP_API_V1
import base64
import json
import os

import boto3
from boto3.dynamodb.conditions import Attr, Key

table = boto3.resource("dynamodb").Table(os.environ["ORDERS_TABLE"])
STATES = ("OPEN", "PAID", "SENT")
PAGE = 25


def lambda_handler(event, context):
    query = event.get("queryStringParameters") or {}
    owner = event["requestContext"]["authorizer"]["claims"]["sub"]
    limit = min(int(query.get("limit", PAGE)), 100)
    arguments = {
        "KeyConditionExpression": Key("owner").eq(owner) & Key("createdAt").gte(query.get("since", "2020-01-01")),
        "IndexName": "owner-createdAt",
        "Limit": limit,
        "ScanIndexForward": query.get("order") == "asc",
    }
    state = query.get("state")
    if state:
        if state.upper() not in STATES:
            return {"statusCode": 400, "body": json.dumps({"message": "state"})}
        arguments["FilterExpression"] = Attr("state").eq(state.upper())
    token = query.get("next")
    if token:
        arguments["ExclusiveStartKey"] = json.loads(base64.urlsafe_b64decode(token))
    page = table.query(**arguments)  # slguard:safe
    following = page.get("LastEvaluatedKey")
    body = {
        "items": [present(item) for item in page["Items"]],
        "next": base64.urlsafe_b64encode(json.dumps(following).encode()).decode() if following else None,
    }
    return {"statusCode": 200, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body, default=float)}  # slguard:safe


def present(item):
    return {name: item[name] for name in ("orderId", "total", "state", "createdAt") if name in item}
