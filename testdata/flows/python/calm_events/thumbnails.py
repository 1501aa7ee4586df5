# slguard:handler lambda_handler S3
import io
import logging
import os
from urllib.parse import unquote_plus

import boto3
from PIL import Image

s3 = boto3.client("s3")
logger = logging.getLogger()
logger.setLevel(logging.INFO)
TARGET = os.environ["THUMBNAILS"]
SIZES = ((128, "small"), (512, "large"))


def lambda_handler(event, context):
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = unquote_plus(record["s3"]["object"]["key"])
        if not key.lower().endswith((".png", ".jpg", ".jpeg")):
            logger.info("not a picture")
            continue
        response = s3.get_object(Bucket=bucket, Key=key)  # slguard:safe
        with Image.open(io.BytesIO(response["Body"].read())) as picture:  # slguard:safe
            picture.load()
            for size, folder in SIZES:
                copy = picture.copy()
                copy.thumbnail((size, size))
                buffer = io.BytesIO()
                copy.save(buffer, format="PNG")  # slguard:safe
                buffer.seek(0)
                s3.put_object(Bucket=TARGET, Key=f"{folder}/{key}", Body=buffer, ContentType="image/png")  # slguard:safe
    return {"processed": len(event["Records"])}
