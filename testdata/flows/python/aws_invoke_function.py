# slguard:handler handler FUNCTION_URL
import json
import os

import boto3

client = boto3.client("lambda")
iam = boto3.client("iam")


def invoke(name, payload):
    return client.invoke(FunctionName=name, InvocationType="Event", Payload=json.dumps(payload))  # slguard:expect tainted-aws-resource


def handler(event, context):
    body = json.loads(event["body"])
    invoke(body["function"], body.get("payload"))
    iam.attach_user_policy(UserName=body["user"], PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")  # slguard:expect tainted-aws-resource
    client.invoke(FunctionName=os.environ["WORKER"], Payload=json.dumps(body))  # slguard:safe
    client.invoke(FunctionName="worker", Payload=event["body"].encode())  # slguard:safe
