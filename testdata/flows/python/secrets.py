import logging
import os

import boto3
import jwt
from aws_lambda_powertools.utilities import parameters

logger = logging.getLogger()


def handler_secret(event, context):
    client = boto3.client("secretsmanager")
    secret = client.get_secret_value(SecretId="db")["SecretString"]
    print(secret)  # slguard:expect secret-logging
    logger.info("secret %s", secret)  # slguard:expect secret-logging
    logger.info("length %d", len(secret))  # slguard:safe
    print("token received")  # slguard:safe
    password = os.environ["DB_PASSWORD"]
    print("connecting with " + password)  # slguard:expect secret-logging
    print(os.environ["TOKEN_TABLE"])  # slguard:safe
    return {"body": secret}  # slguard:expect sensitive-data-exfiltration


def handler_header(event, context):
    print(event["headers"]["Authorization"])  # slguard:expect secret-logging
    print(event["headers"]["User-Agent"])  # slguard:safe
    print(parameters.get_secret("x"))  # slguard:expect secret-logging


def handler_resource(event, context):
    boto3.client("lambda").invoke(FunctionName=event["queryStringParameters"]["fn"])  # slguard:expect tainted-aws-resource
    boto3.client("lambda").invoke(FunctionName="fixed", Payload=event["body"])  # slguard:safe
    boto3.resource("dynamodb").Table(event["body"]).scan()  # slguard:expect tainted-aws-resource


def handler_jwt(event, context):
    token = event["headers"]["Authorization"]
    jwt.decode(token, options={"verify_signature": False})  # slguard:expect unverified-jwt
    jwt.decode(token, os.environ["KEY"], algorithms=["HS256"])  # slguard:safe
