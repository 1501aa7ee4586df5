# slguard:handler handler HTTP_API_V2
# slguard:handler calm HTTP_API_V2
import base64
import functools
import json
import logging
import os

import boto3
import requests
from aws_lambda_powertools import Logger, Tracer
from aws_lambda_powertools.utilities import parameters

logger = Logger()
tracer = Tracer()
sm = boto3.client("secretsmanager")


class Credentials:
    def __init__(self, username, password):
        self.username = username
        self.password = password

    @classmethod
    @functools.lru_cache(maxsize=1)
    def load(cls):
        raw = sm.get_secret_value(SecretId=os.environ["SECRET_ARN"])
        if "SecretString" in raw:
            data = json.loads(raw["SecretString"])
        else:
            data = json.loads(base64.b64decode(raw["SecretBinary"]))
        return cls(**data)

    def header(self):
        pair = f"{self.username}:{self.password}".encode()
        return {"Authorization": "Basic " + base64.b64encode(pair).decode()}

    def __repr__(self):
        return f"Credentials({self.username}, ***)"


def handler(event, context):
    credentials = Credentials.load()
    logger.info("headers", headers=credentials.header())  # slguard:expect secret-logging
    logger.debug("using " + credentials.password)  # slguard:expect secret-logging
    tracer.put_annotation("password", credentials.password)  # slguard:expect secret-logging
    config = parameters.get_secret("app/config", transform="json")
    print("config", config)  # slguard:expect secret-logging
    token = event["headers"].get("Authorization", "")
    logger.info(f"token {token}")  # slguard:expect secret-logging
    response = requests.get(os.environ["API"], headers=credentials.header(), timeout=2)
    return {"statusCode": 200, "body": json.dumps({"api": response.status_code, "config": config})}  # slguard:expect sensitive-data-exfiltration


def calm(event, context):
    credentials = Credentials.load()
    logger.info("user %s", credentials.username)  # slguard:safe
    logger.info("loaded", extra={"user": credentials.username})  # slguard:safe
    response = requests.get(os.environ["API"], headers=credentials.header(), timeout=2)
    logger.info("status %s", response.status_code)  # slguard:safe
    has_token = bool(event["headers"].get("Authorization"))
    logger.info("token present: %s", has_token)  # slguard:safe
    return {"statusCode": 200, "body": json.dumps({"ok": response.ok})}  # slguard:safe
