# slguard:handler handler HTTP_API_V2
# slguard:handler stream DYNAMODB_STREAM
import decimal
import json
import os

import boto3
from boto3.dynamodb.conditions import Attr, Key
from boto3.dynamodb.types import TypeDeserializer

resource = boto3.resource("dynamodb")
client = boto3.client("dynamodb")


class Encoder(json.JSONEncoder):
    def default(self, o):
        return float(o) if isinstance(o, decimal.Decimal) else super().default(o)


def update_expression(changes, allowed=None):
    names, values, parts = {}, {}, []
    for position, (name, value) in enumerate(changes.items()):
        if allowed and name not in allowed:
            continue
        names[f"#n{position}"] = name
        values[f":v{position}"] = value
        parts.append(f"#n{position} = :v{position}")
    return "SET " + ", ".join(parts), names, values


def handler(event, context):
    body = json.loads(event["body"])
    table = resource.Table(os.environ["TABLE"])
    expression, names, values = update_expression(body["changes"], allowed={"title", "text"})
    table.update_item(Key={"id": body["id"]}, UpdateExpression=expression,  # slguard:safe
                      ExpressionAttributeNames=names, ExpressionAttributeValues=values)
    condition = Key("id").eq(body["id"])
    if body.get("since"):
        condition = condition & Key("at").gt(body["since"])
    filters = Attr("state").ne("gone")
    for name in ("color", "size"):
        if name in body:
            filters &= Attr(name).eq(body[name])
    table.query(KeyConditionExpression=condition, FilterExpression=filters)  # slguard:safe
    table.query(KeyConditionExpression=f"id = {body['id']}")  # slguard:expect nosql-injection
    client.transact_write_items(TransactItems=[{"Put": {"TableName": os.environ["TABLE"], "Item": {"id": {"S": body["id"]}}}}])  # slguard:safe
    arguments = {"TableName": os.environ["TABLE"], "FilterExpression": body["filter"]}
    client.scan(**arguments)  # slguard:expect nosql-injection
    client.execute_statement(Statement="SELECT * FROM t WHERE id = '{}'".format(body["id"]))  # slguard:expect sql-injection
    resource.Table(body["table"]).delete_item(Key={"id": "x"})  # slguard:expect tainted-aws-resource
    return {"statusCode": 200, "body": json.dumps(body, cls=Encoder)}


def stream(event, context):
    deserialize = TypeDeserializer().deserialize
    for record in event["Records"]:
        if record["eventName"] not in ("INSERT", "MODIFY"):
            continue
        item = {name: deserialize(value) for name, value in record["dynamodb"]["NewImage"].items()}
        os.system("index " + item["title"])  # slguard:expect command-injection
        os.system("index %d" % int(item["count"]))  # slguard:safe
        old = record["dynamodb"].get("OldImage")
        if old:
            os.system("reindex " + old["title"]["S"])  # slguard:expect command-injection
