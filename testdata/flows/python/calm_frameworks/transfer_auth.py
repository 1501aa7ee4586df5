# slguard:handler lambda_handler UNKNOWN
import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["USERS"])
ROLE = os.environ["TRANSFER_ROLE"]


def lambda_handler(event, context):
    name = event["username"]
    if not name.isalnum():
        return {}
    user = table.get_item(Key={"name": name}).get("Item")  # slguard:safe
    if user is None or event.get("protocol") != "SFTP":
        return {}
    home = f"/{os.environ['BUCKET']}/home/{name}"
    return {
        "Role": ROLE,
        "HomeDirectoryType": "LOGICAL",
        "HomeDirectoryDetails": json.dumps([{"Entry": "/", "Target": home}]),
        "PublicKeys": [user["key"]],
    }
