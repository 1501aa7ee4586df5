# slguard:handler handler S3
# slguard:handler sound S3
import io
import os
import shutil
import tarfile
import tempfile
import zipfile
from urllib.parse import unquote_plus

import boto3

s3 = boto3.client("s3")


def fetched(event):
    record = event["Records"][0]["s3"]
    return s3.get_object(Bucket=record["bucket"]["name"], Key=unquote_plus(record["object"]["key"]))["Body"].read()


def handler(event, context):
    data = fetched(event)
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
        archive.extractall("/tmp/out")  # slguard:expect path-traversal
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            with open(os.path.join("/tmp/out", member.filename), "wb") as out:  # slguard:expect path-traversal
                shutil.copyfileobj(archive.open(member), out)


def sound(event, context):
    data = fetched(event)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.extractall("/tmp/out", filter="data")  # slguard:safe
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall("/tmp/out")  # slguard:safe
        for name in archive.namelist():
            open("/tmp/out/" + os.path.basename(name), "wb").write(archive.read(name))  # slguard:safe
    with tempfile.NamedTemporaryFile(suffix=".bin") as temp:
        temp.write(data)
        shutil.copy(temp.name, "/tmp/last.bin")  # slguard:safe
