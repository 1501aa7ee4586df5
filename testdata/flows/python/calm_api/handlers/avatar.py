# slguard:handler lambda_handler HTTP_API_V2
"""Gives a pre-signed URL for the caller's own picture."""
import json
import os
import re
import uuid

import boto3

s3 = boto3.client("s3")
BUCKET = os.environ["AVATARS"]
TYPES = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}
USER = re.compile(r"[A-Za-z0-9-]{1,64}")


def lambda_handler(event, context):
    body = json.loads(event["body"])
    kind = body.get("contentType", "")
    if kind not in TYPES:
        return respond(415, {"message": "unsupported picture"})
    user = event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]
    if not USER.fullmatch(user):
        return respond(400, {"message": "user"})
    key = f"avatars/{user}/{uuid.uuid4()}.{TYPES[kind]}"
    url = s3.generate_presigned_url(  # slguard:safe
        ClientMethod="put_object",
        Params={"Bucket": BUCKET, "Key": key, "ContentType": kind},
        ExpiresIn=300,
    )
    return respond(200, {"url": url, "key": key})


def respond(status, value):
    return {"statusCode": status, "body": json.dumps(value)}
