# slguard:handler handler HTTP_API_V1
# slguard:handler verified HTTP_API_V1
import base64
import json
import os

import boto3
import jwt

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def claims_of(token):
    _, middle, _ = token.split(".")
    middle += "=" * (-len(middle) % 4)
    return json.loads(base64.urlsafe_b64decode(middle))  # slguard:expect unverified-jwt


def handler(event, context):
    claims = claims_of(event["headers"]["Authorization"])
    if "admins" in claims.get("cognito:groups", []):
        table.delete_item(Key={"pk": event["pathParameters"]["id"]})
    return {"statusCode": 204}


def verified(event, context):
    token = event["headers"]["Authorization"]
    header = jwt.get_unverified_header(token)
    key = json.loads(os.environ["KEYS"])[header["kid"]]
    claims = jwt.decode(token, key=jwt.algorithms.RSAAlgorithm.from_jwk(key), algorithms=["RS256"])  # slguard:safe
    table.delete_item(Key={"pk": claims["sub"]})
    return {"statusCode": 204}
