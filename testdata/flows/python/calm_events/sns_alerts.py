# slguard:handler lambda_handler SNS
import json
import os
import urllib.request

import boto3

ssm = boto3.client("ssm")
COLORS = {"ALARM": "#ff0000", "OK": "#00ff00"}


def webhook():
    name = os.environ["WEBHOOK_PARAMETER"]
    return ssm.get_parameter(Name=name, WithDecryption=True)["Parameter"]["Value"]


def lambda_handler(event, context):
    for record in event["Records"]:
        alarm = json.loads(record["Sns"]["Message"])
        state = alarm.get("NewStateValue", "UNKNOWN")
        payload = {
            "attachments": [{
                "color": COLORS.get(state, "#cccccc"),
                "title": record["Sns"]["Subject"],
                "text": alarm.get("NewStateReason", ""),
                "fields": [{"title": "Region", "value": alarm.get("Region"), "short": True}],
            }],
        }
        request = urllib.request.Request(
            webhook(), data=json.dumps(payload).encode(), headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=5) as response:  # slguard:safe
            print("sent", response.status)
