# slguard:handler lambda_handler CUSTOM_RESOURCE
import json
import logging

import boto3
import urllib3

logger = logging.getLogger()
http = urllib3.PoolManager()
s3 = boto3.resource("s3")


def lambda_handler(event, context):
    status, reason = "SUCCESS", ""
    properties = event["ResourceProperties"]
    try:
        if event["RequestType"] == "Delete":
            s3.Bucket(properties["Bucket"]).object_versions.delete()  # slguard:safe
        elif event["RequestType"] in ("Create", "Update"):
            s3.Bucket(properties["Bucket"]).put_object(Key="config.json", Body=json.dumps(properties["Config"]))  # slguard:safe
    except Exception as problem:
        logger.exception("custom resource failed")
        status, reason = "FAILED", str(problem)
    send(event, context, status, reason)


def send(event, context, status, reason):
    body = json.dumps({
        "Status": status,
        "Reason": reason or f"See {context.log_stream_name}",
        "PhysicalResourceId": event.get("PhysicalResourceId") or context.log_stream_name,
        "StackId": event["StackId"],
        "RequestId": event["RequestId"],
        "LogicalResourceId": event["LogicalResourceId"],
    })
    http.request("PUT", event["ResponseURL"], body=body, headers={"content-type": ""})  # slguard:safe
