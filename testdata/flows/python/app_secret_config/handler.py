# slguard:handler handler HTTP_API_V2
# slguard:handler calm HTTP_API_V2
import json
import logging
import os
import traceback

import boto3
from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities import parameters

from .config import Config, connection_info

logger = Logger(service="billing")
log = logging.getLogger(__name__)
config = Config()
kms = boto3.client("kms")


def handler(event, context):
    log.debug("config %s", vars(config))  # slguard:expect secret-logging
    logger.info({"message": "connected", "password": connection_info()["password"]})  # slguard:expect secret-logging
    logger.info("connected", extra={"info": connection_info()})  # slguard:expect secret-logging
    plain = kms.decrypt(CiphertextBlob=b"")["Plaintext"].decode()
    print(f"plain = {plain}")  # slguard:expect secret-logging
    key = parameters.get_parameter("/billing/key", decrypt=True, max_age=300)
    logger.append_keys(key=key)  # slguard:expect secret-logging
    body = json.loads(event["body"])
    log.info("card %s", body["card_number"])  # slguard:expect secret-logging
    log.info("user %(user)s with %(password)s", {"user": body["user"], "password": body["password"]})  # slguard:expect secret-logging
    log.info("auth " + event["headers"]["authorization"])  # slguard:expect secret-logging
    try:
        config.refresh()
    except Exception:
        return {"statusCode": 500, "body": traceback.format_exc()}  # slguard:expect sensitive-data-exfiltration
    return {"statusCode": 200, "body": json.dumps({"key": key})}  # slguard:expect sensitive-data-exfiltration


def calm(event, context):
    log.debug("config for %s", config.stage)  # slguard:safe
    logger.info({"message": "connected", "host": connection_info()["host"]})  # slguard:safe
    key = parameters.get_parameter("/billing/key", decrypt=True)
    logger.info("key of %d characters, ends in %s", len(key), key[-4:])  # slguard:safe
    if not key:
        log.error("no key at /billing/key")  # slguard:safe
    body = json.loads(event["body"])
    log.info("user %s", body["user"])  # slguard:safe
    log.info("password given: %s", "password" in body)  # slguard:safe
    masked = {name: "***" if name in ("password", "card_number") else value for name, value in body.items()}
    log.info("ends in %s", body["card_number"][-4:])  # slguard:safe
    try:
        config.refresh()
    except Exception:
        log.exception("refresh failed")  # slguard:safe
        return {"statusCode": 500, "body": json.dumps({"error": "internal"})}  # slguard:safe
    return {"statusCode": 200, "body": json.dumps({"stage": config.stage})}  # slguard:safe
