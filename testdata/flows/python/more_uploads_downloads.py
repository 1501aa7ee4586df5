# slguard:handler upload HTTP_API_V1
# slguard:handler download HTTP_API_V1
# slguard:handler convert S3
import base64
import cgi
import email
import io
import json
import mimetypes
import os
import pathlib
import shutil
import tempfile
import uuid
from urllib.parse import unquote

import boto3
import openpyxl
import pandas as pd
from PIL import Image
from requests_toolbelt.multipart import decoder

s3 = boto3.client("s3")
ROOT = pathlib.Path("/mnt/efs/uploads").resolve()


def upload(event, context):
    content_type = event["headers"]["content-type"]
    body = base64.b64decode(event["body"])
    for part in decoder.MultipartDecoder(body, content_type).parts:
        disposition = part.headers[b"Content-Disposition"].decode()
        filename = email.message_from_string("Content-Disposition: " + disposition).get_filename()
        (ROOT / filename).write_bytes(part.content)  # slguard:expect path-traversal
        safe = ROOT / f"{uuid.uuid4()}{pathlib.Path(filename).suffix}"
        safe.write_bytes(part.content)  # slguard:safe
        with tempfile.NamedTemporaryFile(suffix=".bin", delete=False) as file:
            file.write(part.content)  # slguard:safe
    return {"statusCode": 201}


def download(event, context):
    name = unquote(event["pathParameters"]["proxy"])
    path = ROOT.joinpath(name)
    if not path.exists():
        return {"statusCode": 404}
    data = path.read_bytes()  # slguard:expect path-traversal
    resolved = path.resolve()
    if ROOT not in resolved.parents:
        return {"statusCode": 403}
    data = resolved.read_bytes()  # slguard:safe
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return {"statusCode": 200, "headers": {"Content-Type": kind}, "isBase64Encoded": True, "body": base64.b64encode(data).decode()}


def convert(event, context):
    record = event["Records"][0]["s3"]
    key = record["object"]["key"]
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, key.split("/")[-1])
        s3.download_file(record["bucket"]["name"], key, source)  # slguard:safe
        frame = pd.read_csv(source)  # slguard:safe
        workbook = openpyxl.load_workbook(source)  # slguard:safe
        nested = os.path.join(folder, key)
        os.makedirs(os.path.dirname(nested), exist_ok=True)  # slguard:expect path-traversal
        shutil.move(source, nested)  # slguard:expect path-traversal
        Image.open(nested).save(os.path.join(folder, "out.png"))  # slguard:expect path-traversal
    return len(frame) + len(workbook.sheetnames)
