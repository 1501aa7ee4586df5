import json
import os

import boto3

client = boto3.session.Session().client("secretsmanager", region_name="eu-central-1")


def database_settings():
    response = client.get_secret_value(SecretId=os.environ["SECRET_ARN"])
    if "SecretString" in response:
        return json.loads(response["SecretString"])
    return json.loads(response["SecretBinary"])
