import json


def handler(event, context):
    for record in event["Records"]:
        print("report", len(json.loads(record["body"])))
