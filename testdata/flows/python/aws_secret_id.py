# slguard:handler handler
import boto3
from aws_lambda_powertools.utilities import parameters

secrets = boto3.client("secretsmanager")
ssm = boto3.client("ssm")
kms = boto3.client("kms")


def handler(event, context):
    q = event["queryStringParameters"]
    secrets.describe_secret(SecretId=q["secret"])  # slguard:expect tainted-aws-resource
    ssm.get_parameter(Name="/app/" + q["name"])  # slguard:expect tainted-aws-resource
    kms.sign(KeyId=q["key"], Message=b"x", SigningAlgorithm="RSASSA_PSS_SHA_256")  # slguard:expect tainted-aws-resource
    stage = "prod" if q["stage"] == "prod" else "dev"
    ssm.get_parameter(Name="/app/" + stage)  # slguard:safe
    kms.sign(KeyId="alias/app", Message=q["text"].encode(), SigningAlgorithm="RSASSA_PSS_SHA_256")  # slguard:safe
