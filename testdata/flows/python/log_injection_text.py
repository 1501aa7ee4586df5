# slguard:handler handler
import json
import logging

logger = logging.getLogger(__name__)


def handler(event, context):
    user = event["queryStringParameters"]["user"]
    logger.info("login of %s", user)  # slguard:expect log-injection
    logger.warning("login of " + user)  # slguard:expect log-injection
    logger.info("login of %s", json.dumps(user))  # slguard:safe
    logger.info("login of %r" % user)  # slguard:safe
    logger.info("login of " + user.replace("\n", "").replace("\r", ""))  # slguard:safe
