# slguard:handler lambda_handler HTTP_API_V1
import json
import os
import re

import boto3

table = boto3.resource("dynamodb").Table(os.environ["USERS"])
EDITABLE = {"displayName", "language", "newsletter"}
LANGUAGE = re.compile(r"^[a-z]{2}(-[A-Z]{2})?\Z")


class Problem(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status
        self.message = message


def lambda_handler(event, context):
    method = event["httpMethod"]
    handlers = {"GET": read, "PATCH": change, "DELETE": remove}
    try:
        if method not in handlers:
            raise Problem(405, "method")
        status, value = handlers[method](event["requestContext"]["authorizer"]["claims"]["sub"], event)
    except Problem as problem:
        status, value = problem.status, {"message": problem.message}
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(value)}  # slguard:safe


def read(user, event):
    item = table.get_item(Key={"id": user}, ProjectionExpression="displayName, #l, newsletter",  # slguard:safe
                          ExpressionAttributeNames={"#l": "language"}).get("Item")
    if item is None:
        raise Problem(404, "unknown user")
    return 200, item


def change(user, event):
    changes = {name: value for name, value in json.loads(event["body"]).items() if name in EDITABLE}
    if not changes:
        raise Problem(400, "nothing to change")
    if "language" in changes and not LANGUAGE.match(changes["language"]):
        raise Problem(400, "language")
    names = {f"#{position}": name for position, name in enumerate(changes)}
    values = {f":{position}": value for position, value in enumerate(changes.values())}
    table.update_item(  # slguard:safe
        Key={"id": user},
        UpdateExpression="SET " + ", ".join(f"#{i} = :{i}" for i in range(len(changes))),
        ExpressionAttributeNames=names,
        ExpressionAttributeValues=values,
        ConditionExpression="attribute_exists(id)",
    )
    return 200, {"changed": sorted(changes)}


def remove(user, event):
    table.delete_item(Key={"id": user})  # slguard:safe
    return 204, None
