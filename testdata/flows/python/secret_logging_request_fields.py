# slguard:handler handler REST_API
import json
import logging

logger = logging.getLogger()


def handler(event, context):
    headers = event["headers"]
    logger.info("auth %s", headers.get("Authorization"))  # slguard:expect secret-logging
    body = json.loads(event["body"])
    logger.info("login %s %s", body["username"], body["password"])  # slguard:expect secret-logging
    card = body["payment"]["card_number"]
    print("charging " + card)  # slguard:expect secret-logging
    logger.info("login of user %s", body["username"])  # slguard:safe
    logger.info("agent %s", headers.get("User-Agent"))  # slguard:safe
    print("card ending in " + card[-4:])  # slguard:safe
    logger.info("page %s of %s", body["next_token"], body["client_token"])  # slguard:safe
