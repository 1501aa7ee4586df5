# slguard:handler handler
# slguard:handler sound
import os
import uuid

import boto3

s3 = boto3.client("s3")
BUCKET = os.environ["BUCKET"]


def handler(event, context):
    key = event["queryStringParameters"]["key"]
    url = s3.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": key}, ExpiresIn=300)  # slguard:expect tainted-aws-resource
    post = s3.generate_presigned_post(BUCKET, key)  # slguard:expect tainted-aws-resource
    s3.copy_object(CopySource={"Bucket": BUCKET, "Key": key}, Bucket=BUCKET, Key="copy")  # slguard:expect tainted-aws-resource
    s3.delete_object(Bucket=BUCKET, Key=key)  # slguard:expect tainted-aws-resource
    return {"url": url, "post": post}


def sound(event, context):
    key = "uploads/" + str(uuid.uuid4())
    return s3.generate_presigned_url("put_object", Params={"Bucket": BUCKET, "Key": key}, ExpiresIn=300)  # slguard:safe
