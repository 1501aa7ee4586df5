# slguard:handler handler CLOUDWATCH_LOGS
# slguard:handler sound CLOUDWATCH_LOGS
import base64
import gzip
import io
import json
import os
import zlib


def decode(event):
    payload = gzip.decompress(base64.b64decode(event["awslogs"]["data"]))
    return json.loads(payload)


def handler(event, context):
    for line in decode(event)["logEvents"]:
        os.system("notify " + line["message"])  # slguard:expect command-injection
    with gzip.GzipFile(fileobj=io.BytesIO(base64.b64decode(event["awslogs"]["data"]))) as stream:
        os.system("notify " + stream.read().decode())  # slguard:expect command-injection
    raw = zlib.decompress(base64.b64decode(event["awslogs"]["data"]), 31)
    os.system(b"notify " + raw)  # slguard:expect command-injection


def sound(event, context):
    for line in decode(event)["logEvents"]:
        os.system("notify " + base64.b64encode(line["message"].encode()).decode())  # slguard:safe
        os.system("notify " + line["message"].encode().hex())  # slguard:safe
