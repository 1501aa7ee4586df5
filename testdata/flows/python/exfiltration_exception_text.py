# slguard:handler handler
# slguard:handler sound
import json
import logging
import traceback

logger = logging.getLogger()


def work(event):
    return json.loads(event["body"])["amount"] / 2


def handler(event, context):
    try:
        return {"statusCode": 200, "body": json.dumps(work(event))}
    except ArithmeticError as error:
        return {"statusCode": 400, "body": json.dumps({"error": str(error)})}  # slguard:expect sensitive-data-exfiltration
    except Exception:
        return {"statusCode": 500, "body": traceback.format_exc()}  # slguard:expect sensitive-data-exfiltration


def sound(event, context):
    try:
        return {"statusCode": 200, "body": json.dumps(work(event))}  # slguard:safe
    except Exception as error:
        logger.error("failed: %s", error)
        return {"statusCode": 500, "body": json.dumps({"error": "internal error"})}  # slguard:safe
