# slguard:handler lambda_handler HTTP_API_V2
# slguard:handler safe_handler HTTP_API_V2
import json
import logging

from shared.media.convert import thumbnail, thumbnail_quoted

logger = logging.getLogger()
logger.setLevel(logging.INFO)


def lambda_handler(event, context):
    body = json.loads(event.get("body") or "{}")
    logger.info("resize requested")
    width = body.get("width", "200")
    thumbnail("/tmp/in.png", width)
    return {"statusCode": 202, "body": json.dumps({"queued": True})}


def safe_handler(event, context):
    body = json.loads(event.get("body") or "{}")
    thumbnail("/tmp/in.png", str(int(body.get("width", "200"))))
    thumbnail_quoted("/tmp/in.png", body.get("width", "200"))
    return {"statusCode": 202}
