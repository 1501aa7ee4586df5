# slguard:handler handler
# slguard:handler sound
import boto3

from auth import user_of, verified_user_of

table = boto3.resource("dynamodb").Table("orders")


def handler(event, context):
    user = user_of(event["headers"]["authorization"])
    return table.get_item(Key={"user": user})["Item"]


def sound(event, context):
    user = verified_user_of(event["headers"]["authorization"])
    return table.get_item(Key={"user": user})["Item"]
