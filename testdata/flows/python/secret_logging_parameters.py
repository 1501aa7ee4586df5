# slguard:handler handler
import boto3
from aws_lambda_powertools import Logger, Tracer
from aws_lambda_powertools.utilities import parameters

logger = Logger(service="billing")
tracer = Tracer()
ssm = boto3.client("ssm")


def handler(event, context):
    key = parameters.get_secret("stripe")
    logger.info({"message": "charging", "key": key})  # slguard:expect secret-logging
    logger.append_keys(api_key=key)  # slguard:expect secret-logging
    value = ssm.get_parameter(Name="/db/password", WithDecryption=True)["Parameter"]["Value"]
    logger.debug(f"db password {value}")  # slguard:expect secret-logging
    tracer.put_annotation("password", value)  # slguard:expect secret-logging
    plain = ssm.get_parameter(Name="/app/stage")["Parameter"]["Value"]
    logger.info("stage %s", plain)  # slguard:safe
    flag = parameters.get_parameter("/app/flag")
    logger.info("flag %s", flag)  # slguard:safe
    decrypted = parameters.get_parameter("/app/pin", decrypt=True)
    print(decrypted)  # slguard:expect secret-logging
    logger.info("pin ends in %s", decrypted[-2:])  # slguard:safe
