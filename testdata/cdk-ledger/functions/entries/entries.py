import json


def handler(event, context):
    amount = eval(json.loads(event["body"])["amount"])
    return {"statusCode": 200, "body": str(amount)}
