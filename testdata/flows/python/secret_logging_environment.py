# slguard:handler handler
import logging
import os
import sys

log = logging.getLogger("app")
TOKEN = os.environ["SLACK_TOKEN"]


def handler(event, context):
    log.info("posting with " + TOKEN)  # slguard:expect secret-logging
    sys.stdout.write(os.getenv("DB_PASSWORD", "") + "\n")  # slguard:expect secret-logging
    print(dict(os.environ))  # slguard:expect secret-logging
    log.info("secret is in %s", os.environ["SECRET_ARN"])  # slguard:safe
    log.info("table %s, token table %s", os.environ["TABLE"], os.environ["TOKEN_TABLE"])  # slguard:safe
    print(os.environ.get("AWS_REGION"))  # slguard:safe
