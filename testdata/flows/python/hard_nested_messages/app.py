# slguard:handler sns_in_sqs SQS
# slguard:handler s3_direct S3
# slguard:handler kinesis KINESIS
# slguard:handler stream DYNAMODB_STREAM
import base64
import gzip
import json
import subprocess
from urllib.parse import unquote_plus

import boto3
from boto3.dynamodb.types import TypeDeserializer

s3 = boto3.client("s3")
deserializer = TypeDeserializer()


def convert(bucket, key):
    local = "/tmp/" + key.split("/")[-1]
    s3.download_file(bucket, key, local)  # slguard:expect tainted-aws-resource
    subprocess.run(f"convert {local} /tmp/out.png", shell=True)  # slguard:expect command-injection
    subprocess.run(["convert", "--", local, "/tmp/out.png"], check=True)  # slguard:safe


def sns_in_sqs(event, context):
    for record in event["Records"]:
        envelope = json.loads(record["body"])
        message = json.loads(envelope["Message"])
        for entry in message.get("Records", []):
            convert(entry["s3"]["bucket"]["name"], unquote_plus(entry["s3"]["object"]["key"]))


def s3_direct(event, context):
    record = event["Records"][0]["s3"]
    subprocess.call("stat " + record["bucket"]["name"], shell=True)  # slguard:safe
    subprocess.call("stat " + record["object"]["eTag"], shell=True)  # slguard:safe
    subprocess.call("stat " + unquote_plus(record["object"]["key"], encoding="utf-8"), shell=True)  # slguard:expect command-injection


def kinesis(event, context):
    output = []
    for record in event["Records"]:
        raw = base64.b64decode(record["kinesis"]["data"])
        row = json.loads(gzip.decompress(raw).decode("utf-8"))
        subprocess.call("row " + row["id"], shell=True)  # slguard:expect command-injection
        subprocess.call("row " + record["kinesis"]["sequenceNumber"], shell=True)  # slguard:safe
        output.append({"recordId": record["eventID"], "data": base64.b64encode(raw).decode()})
    return {"records": output}


def stream(event, context):
    for record in event["Records"]:
        if record["eventName"] == "REMOVE":
            continue
        image = {k: deserializer.deserialize(v) for k, v in record["dynamodb"]["NewImage"].items()}
        subprocess.call("item " + image["name"], shell=True)  # slguard:expect command-injection
        subprocess.call("item " + record["eventName"], shell=True)  # slguard:safe
        subprocess.call("item " + record["dynamodb"]["NewImage"]["name"]["S"], shell=True)  # slguard:expect command-injection
