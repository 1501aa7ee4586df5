# slguard:handler handler
# slguard:handler sound
import json

from accounts import login, login_text


def handler(event, context):
    credentials = json.loads(event["body"])
    return {"statusCode": 200 if login(credentials) else 403}


def sound(event, context):
    credentials = json.loads(event["body"])
    return {"statusCode": 200 if login_text(credentials, event["queryStringParameters"]["tenant"]) else 403}
