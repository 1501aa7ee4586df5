# slguard:handler handler
# slguard:handler sound
import json
import logging
import sys
import traceback

logger = logging.getLogger()


def work(event):
    return 1 / len(event["body"])


def answer(status, text):
    return {"statusCode": status, "body": json.dumps({"error": text})}  # slguard:expect sensitive-data-exfiltration


def plain(status, text):
    return {"statusCode": status, "body": json.dumps({"error": text})}  # slguard:safe


def handler(event, context):
    try:
        work(event)
    except ValueError:
        return answer(400, traceback.format_exc())
    except Exception:
        kind, value, trace = sys.exc_info()
        return answer(500, "".join(traceback.format_exception(kind, value, trace)))


def sound(event, context):
    try:
        work(event)
    except Exception:
        logger.exception("failed")  # slguard:safe
        logger.error(traceback.format_exc())  # slguard:safe
        return plain(500, "internal error " + context.aws_request_id)
