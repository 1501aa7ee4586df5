# slguard:handler lambda_handler FUNCTION_URL
import os
import string

import boto3

table = boto3.resource("dynamodb").Table(os.environ["LINKS"])
ALPHABET = set(string.ascii_letters + string.digits)
HOME = "https://go.shop.example/"


def lambda_handler(event, context):
    code = event["rawPath"].lstrip("/")
    if not code or not set(code) <= ALPHABET:
        return {"statusCode": 302, "headers": {"Location": HOME}}  # slguard:safe
    item = table.get_item(Key={"code": code}).get("Item")
    if item is None:
        return {"statusCode": 404, "headers": {"Content-Type": "text/plain"}, "body": "unknown link"}
    table.update_item(  # slguard:safe
        Key={"code": code},
        UpdateExpression="ADD hits :one",
        ExpressionAttributeValues={":one": 1},
    )
    return {"statusCode": 301, "headers": {"Location": HOME + "landing?c=" + code}}  # slguard:safe
