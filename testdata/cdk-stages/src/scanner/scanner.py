import json


def handler(event, context):
    for record in event["Records"]:
        print(json.dumps(record["s3"]["object"]["key"]))
