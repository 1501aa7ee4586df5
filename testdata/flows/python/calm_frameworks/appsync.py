# slguard:handler lambda_handler APPSYNC
import os

import boto3
from aws_lambda_powertools.event_handler import AppSyncResolver
from aws_lambda_powertools.utilities.data_classes.appsync import scalar_types_utils
from boto3.dynamodb.conditions import Key

app = AppSyncResolver()
table = boto3.resource("dynamodb").Table(os.environ["LOCATIONS"])


@app.resolver(type_name="Query", field_name="listLocations")
def list_locations(page: int = 0, size: int = 10):
    rows = table.query(KeyConditionExpression=Key("kind").eq("location"), Limit=size)["Items"]  # slguard:safe
    return rows[page * size:(page + 1) * size]


@app.resolver(type_name="Mutation", field_name="addLocation")
def add_location(name: str, description: str = ""):
    item = {"kind": "location", "id": scalar_types_utils.make_id(), "name": name, "description": description}
    table.put_item(Item=item)  # slguard:safe
    return item


@app.resolver(type_name="Location", field_name="owner")
def owner():
    return {"id": app.current_event.source["ownerId"]}


def lambda_handler(event, context):
    return app.resolve(event, context)
