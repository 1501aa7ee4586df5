# slguard:handler lambda_handler FUNCTION_URL
"""Takes GitHub's webhook after checking its signature."""
import base64
import hashlib
import hmac
import json
import os

import boto3

ssm = boto3.client("ssm")
events = boto3.client("events")
_secret = None


def webhook_secret():
    global _secret
    if _secret is None:
        _secret = ssm.get_parameter(Name=os.environ["SECRET_PARAMETER"], WithDecryption=True)["Parameter"]["Value"]
    return _secret.encode()


def lambda_handler(event, context):
    payload = event.get("body", "")
    raw = base64.b64decode(payload) if event.get("isBase64Encoded") else payload.encode()
    expected = "sha256=" + hmac.new(webhook_secret(), raw, hashlib.sha256).hexdigest()
    given = event["headers"].get("x-hub-signature-256", "")
    if not hmac.compare_digest(expected, given):  # slguard:safe
        return {"statusCode": 401, "body": "signature"}
    kind = event["headers"].get("x-github-event", "ping")
    if kind == "ping":
        return {"statusCode": 200, "body": "pong"}
    detail = json.loads(raw)
    events.put_events(Entries=[{  # slguard:safe
        "Source": "shop.github",
        "DetailType": kind,
        "Detail": json.dumps({"repository": detail["repository"]["full_name"], "sender": detail["sender"]["login"]}),
        "EventBusName": os.environ["BUS"],
    }])
    return {"statusCode": 202, "body": json.dumps({"accepted": True})}
