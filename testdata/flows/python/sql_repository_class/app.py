# slguard:handler lambda_handler REST_API
# slguard:handler bound_handler REST_API
import json

from db.users import UserRepository

users = UserRepository()


def lambda_handler(event, context):
    name = event["queryStringParameters"]["name"]
    rows = users.find(name)
    return {"statusCode": 200, "body": json.dumps(rows, default=str)}


def bound_handler(event, context):
    name = event["queryStringParameters"]["name"]
    rows = users.find_bound(name)
    return {"statusCode": 200, "body": json.dumps(rows, default=str)}
