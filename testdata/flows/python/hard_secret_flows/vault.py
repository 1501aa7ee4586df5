import functools
import json

import boto3

_client = None


def client():
    global _client
    if _client is None:
        _client = boto3.client("secretsmanager")
    return _client


@functools.lru_cache(maxsize=None)
def get_secret(name):
    response = client().get_secret_value(SecretId=name)
    if "SecretString" in response:
        return response["SecretString"]
    return response["SecretBinary"].decode()


def get_parameter(name, decrypt):
    ssm = boto3.client("ssm")
    return ssm.get_parameter(Name=name, WithDecryption=decrypt)["Parameter"]["Value"]


class Settings:
    def __init__(self, secret):
        values = json.loads(secret)
        self.host = values["host"]
        self.password = values["password"]
