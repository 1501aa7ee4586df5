# slguard:handler lambda_handler SECRET_ROTATION
import json
import logging
import os

import boto3
import pymysql

logger = logging.getLogger()
client = boto3.client("secretsmanager", endpoint_url=os.environ["SECRETS_MANAGER_ENDPOINT"])


def lambda_handler(event, context):
    arn, token, step = event["SecretId"], event["ClientRequestToken"], event["Step"]
    metadata = client.describe_secret(SecretId=arn)  # slguard:safe
    if token not in metadata["VersionIdsToStages"]:
        raise ValueError("unknown version")
    {"createSecret": create, "setSecret": change, "testSecret": test, "finishSecret": finish}[step](arn, token)


def load(arn, stage, token=None):
    arguments = {"SecretId": arn, "VersionStage": stage}
    if token:
        arguments["VersionId"] = token
    return json.loads(client.get_secret_value(**arguments)["SecretString"])  # slguard:safe


def create(arn, token):
    secret = load(arn, "AWSCURRENT")
    secret["password"] = client.get_random_password(ExcludeCharacters="/@\"'\\", PasswordLength=32)["RandomPassword"]
    client.put_secret_value(SecretId=arn, ClientRequestToken=token, SecretString=json.dumps(secret), VersionStages=["AWSPENDING"])  # slguard:safe


def connect(secret):
    return pymysql.connect(host=secret["host"], user=secret["username"], password=secret["password"], connect_timeout=5)  # slguard:safe


def change(arn, token):
    pending = load(arn, "AWSPENDING", token)
    with connect(load(arn, "AWSCURRENT")) as connection, connection.cursor() as cursor:
        cursor.execute("ALTER USER %s IDENTIFIED BY %s", (pending["username"], pending["password"]))  # slguard:safe
    logger.info("password of %s changed", pending["username"])  # slguard:safe


def test(arn, token):
    with connect(load(arn, "AWSPENDING", token)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT NOW()")  # slguard:safe


def finish(arn, token):
    stages = client.describe_secret(SecretId=arn)["VersionIdsToStages"]
    current = next(version for version, names in stages.items() if "AWSCURRENT" in names)
    client.update_secret_version_stage(SecretId=arn, VersionStage="AWSCURRENT", MoveToVersionId=token, RemoveFromVersionId=current)  # slguard:safe
