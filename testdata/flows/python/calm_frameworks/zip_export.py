# slguard:handler lambda_handler DIRECT_INVOKE
import hashlib
import io
import json
import os
import zipfile

import boto3

s3 = boto3.client("s3")
BUCKET = os.environ["EXPORTS"]


def entries(prefix):
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=prefix):  # slguard:safe
        yield from page.get("Contents", [])


def lambda_handler(event, context):
    customer = int(event["customer"])
    buffer = io.BytesIO()
    manifest = {}
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:  # slguard:safe
        for position, entry in enumerate(entries(f"{customer}/")):
            content = s3.get_object(Bucket=BUCKET, Key=entry["Key"])["Body"].read()
            manifest[entry["Key"]] = hashlib.md5(content).hexdigest()  # slguard:safe
            archive.writestr(f"{position:04d}.json", content)
        archive.writestr("manifest.json", json.dumps(manifest))
    digest = hashlib.sha256(buffer.getvalue()).hexdigest()
    target = f"zips/{customer}-{digest[:12]}.zip"
    s3.put_object(Bucket=BUCKET, Key=target, Body=buffer.getvalue(), ServerSideEncryption="aws:kms")  # slguard:safe
    return {"key": target, "entries": len(manifest), "url": s3.generate_presigned_url(  # slguard:safe
        "get_object", Params={"Bucket": BUCKET, "Key": target}, ExpiresIn=3600)}
