# slguard:handler lambda_handler CLOUDWATCH_LOGS
import base64
import gzip
import json
import os
import time

import boto3

firehose = boto3.client("firehose")
STREAM = os.environ["DELIVERY_STREAM"]
BATCH = 500


def lambda_handler(event, context):
    data = json.loads(gzip.decompress(base64.b64decode(event["awslogs"]["data"])))
    if data["messageType"] == "CONTROL_MESSAGE":
        return 0
    records = [
        {"Data": json.dumps({"group": data["logGroup"], "at": entry["timestamp"], "message": entry["message"]}) + "\n"}
        for entry in data["logEvents"]
    ]
    for start in range(0, len(records), BATCH):
        put(records[start:start + BATCH])
    return len(records)


def put(records, attempt=0):
    response = firehose.put_record_batch(DeliveryStreamName=STREAM, Records=records)  # slguard:safe
    if response["FailedPutCount"] and attempt < 3:
        time.sleep(2 ** attempt)
        put([record for record, result in zip(records, response["RequestResponses"]) if "ErrorCode" in result], attempt + 1)
