import os

import boto3

sts = boto3.client("sts")


def for_role(role):
    answer = sts.assume_role(RoleArn=role, RoleSessionName="api")  # slguard:expect tainted-aws-resource
    return client("s3", answer["Credentials"])


def for_account(session):
    answer = sts.assume_role(RoleArn=os.environ["ROLE_ARN"], RoleSessionName=session)  # slguard:safe
    return client("s3", answer["Credentials"])


def client(service, credentials):
    return boto3.client(
        service,
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )
