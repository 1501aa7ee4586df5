# slguard:trigger SQS
import json
import subprocess


def handler_records(event, context):
    for record in event["Records"]:
        payload = json.loads(record["body"])
        subprocess.call("process " + payload["file"], shell=True)  # slguard:expect command-injection
        subprocess.call("process " + record["messageId"], shell=True)  # slguard:safe
