# slguard:handler handler SQS
# slguard:handler sound SQS
import json
import os
import uuid

import boto3

s3 = boto3.client("s3")
BUCKET = os.environ["BUCKET"]


def handler(event, context):
    for record in event["Records"]:
        name = json.loads(record["body"])["file"]
        s3.download_file(BUCKET, "model.bin", "/tmp/" + name)  # slguard:expect path-traversal
        s3.upload_file("/mnt/data/" + name, BUCKET, "copy")  # slguard:expect path-traversal
        os.makedirs(os.path.dirname("/tmp/" + name), exist_ok=True)  # slguard:expect path-traversal


def sound(event, context):
    for record in event["Records"]:
        name = json.loads(record["body"])["file"]
        local = "/tmp/" + str(uuid.uuid4())
        s3.download_file(BUCKET, "model.bin", local)  # slguard:safe
        s3.upload_file("/mnt/data/" + os.path.basename(name), BUCKET, "copy")  # slguard:safe
