import json
import os

import boto3

_secrets = {}


class Config:
    def __init__(self):
        self.stage = os.environ.get("STAGE", "dev")
        self.api_key = os.environ["PAYMENT_API_KEY"]

    def refresh(self):
        self.api_key = boto3.client("ssm").get_parameter(
            Name=os.environ["KEY_PARAMETER"], WithDecryption=True)["Parameter"]["Value"]


def connection_info(name=os.environ.get("SECRET_NAME", "billing/db")):
    if name not in _secrets:
        client = boto3.session.Session().client(service_name="secretsmanager", region_name="eu-west-1")
        _secrets[name] = json.loads(client.get_secret_value(SecretId=name)["SecretString"])
    return _secrets[name]
