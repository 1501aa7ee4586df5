# slguard:handler handler S3
import os
import shutil
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote_plus

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = unquote_plus(record["s3"]["object"]["key"], encoding="utf-8")
        local = "/tmp/" + key
        s3.download_file(bucket, key, local)  # slguard:expect path-traversal
        s3.download_file(bucket, key, "/tmp/" + key.replace("/", "-"))  # slguard:safe
        s3.download_file(Bucket=bucket, Key=key, Filename=f"/tmp/{Path(key).name}")  # slguard:safe
        data = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
        with zipfile.ZipFile(BytesIO(data)) as archive:
            archive.extractall("/tmp/zip")  # slguard:safe
            for name in archive.namelist():
                with open(os.path.join("/tmp/zip", name), "wb") as file:  # slguard:expect path-traversal
                    file.write(archive.read(name))
                target = os.path.realpath(os.path.join("/tmp/zip", name))
                if target.startswith("/tmp/zip/"):
                    with open(target, "wb") as file:  # slguard:safe
                        shutil.copyfileobj(archive.open(name), file)
        with tarfile.open(fileobj=BytesIO(data)) as archive:
            archive.extractall("/tmp/tar", filter="data")  # slguard:safe
            archive.extractall("/tmp/tar")  # slguard:expect path-traversal
            for member in archive.getmembers():
                if member.isfile() and member.name == "index.json":
                    archive.extract(member, "/tmp/tar")  # slguard:safe
        size = record["s3"]["object"]["size"]
        Path(f"/tmp/{size}.txt").write_text("x")  # slguard:safe
        os.rename(f"/tmp/{size}.txt", f"/tmp/{os.path.splitext(key)[0]}.txt")  # slguard:expect path-traversal
        s3.upload_file("/tmp/out.bin", os.environ["OUT"], key)  # slguard:safe
        s3.upload_file(local, os.environ["OUT"], "fixed")  # slguard:expect path-traversal
