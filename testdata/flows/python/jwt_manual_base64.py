# slguard:handler handler
# slguard:handler sound
import base64
import json

import boto3
from jose import jwt

table = boto3.resource("dynamodb").Table("orders")


def handler(event, context):
    token = event["headers"]["Authorization"].split(" ")[1]
    part = token.split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(part + "=="))  # slguard:expect unverified-jwt
    if claims["role"] != "admin":
        return {"statusCode": 403}
    table.delete_item(Key={"id": event["pathParameters"]["id"]})
    jose_claims = jwt.get_unverified_claims(token)  # slguard:expect unverified-jwt
    return {"statusCode": 200, "body": jose_claims["sub"]}


def sound(event, context):
    token = event["headers"]["Authorization"].split(" ")[1]
    claims = jwt.decode(token, KEY, algorithms=["RS256"])  # slguard:safe
    if claims["role"] != "admin":
        return {"statusCode": 403}
    cursor = json.loads(base64.b64decode(event["queryStringParameters"]["cursor"]))  # slguard:safe
    return {"statusCode": 200, "body": str(cursor["offset"])}


KEY = open("/opt/key.pem").read()
