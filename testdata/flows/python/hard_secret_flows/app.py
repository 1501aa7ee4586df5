# slguard:handler handler
# slguard:handler sound
import json
import logging
import os

from vault import Settings, get_parameter, get_secret

logger = logging.getLogger(__name__)
TOKEN = os.environ["API_TOKEN"]


def handler(event, context):
    secret = get_secret("shop/database")
    logger.info("connecting with %s", secret)  # slguard:expect secret-logging
    settings = Settings(secret)
    logger.debug(f"settings: {settings.password}")  # slguard:expect secret-logging
    print(json.dumps({"token": TOKEN}))  # slguard:expect secret-logging
    print(get_parameter("/shop/key", decrypt=True))  # slguard:expect secret-logging
    return {"statusCode": 200, "body": json.dumps({"config": secret})}  # slguard:expect sensitive-data-exfiltration


def sound(event, context):
    secret = get_secret("shop/database")
    logger.info("connecting as %s", json.loads(secret)["username"])  # slguard:safe
    logger.info("secret of %d characters", len(secret))  # slguard:safe
    settings = Settings(secret)
    logger.info("host %s", settings.host)  # slguard:safe
    logger.info("token set: %s", bool(TOKEN))  # slguard:safe
    print(get_parameter("/shop/name", decrypt=False))  # slguard:safe
    print(os.environ["TOKEN_TABLE"], os.environ["SECRET_ARN"])  # slguard:safe
    return {"statusCode": 200, "body": "ok"}  # slguard:safe
