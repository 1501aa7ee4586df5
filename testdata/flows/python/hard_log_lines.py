# slguard:handler handler
import json
import logging

logger = logging.getLogger("shop")


def handler(event, context):
    name = event["queryStringParameters"]["name"]
    logger.info("user " + name)  # slguard:expect log-injection
    logger.warning("user %s", name)  # slguard:expect log-injection
    logger.info("user %r", name)  # slguard:safe
    logger.info("user %s", json.dumps(name))  # slguard:safe
    logger.info("user %s", name.replace("\n", "").replace("\r", ""))  # slguard:safe
    logger.info("count %d", len(name))  # slguard:safe
    print("password: " + json.loads(event["body"])["password"])  # slguard:expect secret-logging,log-injection
    print("fields: " + ", ".join(json.loads(event["body"]).keys()))
