# slguard:handler handler S3
# slguard:handler sound S3
import io
import os
import shutil
import tarfile
import zipfile

import boto3

s3 = boto3.client("s3")
BUCKET = os.environ["UPLOADS"]


def fetch(name):
    return s3.get_object(Bucket=BUCKET, Key=name)["Body"].read()


def handler(event, context):
    blob = fetch("incoming.zip")
    archive = zipfile.ZipFile(io.BytesIO(blob))
    for member in archive.namelist():
        with open("/tmp/" + member, "wb") as out:  # slguard:expect path-traversal
            out.write(archive.read(member))
    for info in archive.infolist():
        with archive.open(info) as src, open(os.path.join("/tmp", info.filename), "wb") as dst:  # slguard:expect path-traversal
            shutil.copyfileobj(src, dst)
    with tarfile.open(fileobj=io.BytesIO(blob)) as tar:
        tar.extractall("/tmp/out")  # slguard:expect path-traversal


def sound(event, context):
    blob = fetch("incoming.zip")
    archive = zipfile.ZipFile(io.BytesIO(blob))
    archive.extractall("/tmp/zip")  # slguard:safe
    for member in archive.namelist():
        with open(os.path.join("/tmp", os.path.basename(member)), "wb") as out:  # slguard:safe
            out.write(archive.read(member))
    with tarfile.open(fileobj=io.BytesIO(blob)) as tar:
        tar.extractall("/tmp/out", filter="data")  # slguard:safe
