# slguard:handler handler
# slguard:handler sound
import json

import boto3
from boto3.dynamodb.conditions import Attr, Key

table = boto3.resource("dynamodb").Table("items")
client = boto3.client("dynamodb")


def handler(event, context):
    body = json.loads(event["body"])
    field = body["field"]
    table.scan(FilterExpression=f"{field} = :v", ExpressionAttributeValues={":v": 1})  # slguard:expect nosql-injection
    request = {"TableName": "items"}
    request.update(body)
    client.query(**request)  # slguard:expect nosql-injection
    client.execute_statement(Statement=f"SELECT * FROM items WHERE id = '{field}'")  # slguard:expect sql-injection
    sets = ", ".join(f"{key} = :{key}" for key in body)
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + sets)  # slguard:expect nosql-injection
    client.batch_execute_statement(Statements=[{"Statement": "DELETE FROM items WHERE id = '" + field + "'"}])  # slguard:expect sql-injection


def sound(event, context):
    body = json.loads(event["body"])
    table.query(KeyConditionExpression=Key("id").eq(body["id"]) & Key("sort").begins_with(body["sort"]))  # slguard:safe
    table.scan(FilterExpression=Attr("name").contains(body["name"]))  # slguard:safe
    table.scan(FilterExpression="#n = :v", ExpressionAttributeNames={"#n": "name"}, ExpressionAttributeValues={":v": body["v"]})  # slguard:safe
    client.execute_statement(Statement="SELECT * FROM items WHERE id = ?", Parameters=[{"S": body["id"]}])  # slguard:safe
    table.get_item(Key={"id": body["id"]})  # slguard:safe
    with table.batch_writer() as batch:
        batch.put_item(Item={"id": body["id"], "name": body["name"]})  # slguard:safe
