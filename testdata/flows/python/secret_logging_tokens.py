# slguard:handler handler
import os

import boto3

sts = boto3.client("sts")
rds = boto3.client("rds")
kms = boto3.client("kms")


def handler(event, context):
    credentials = sts.assume_role(RoleArn=os.environ["ROLE_ARN"], RoleSessionName="x")["Credentials"]
    print("using", credentials["SecretAccessKey"])  # slguard:expect secret-logging
    token = rds.generate_db_auth_token(DBHostname="db", Port=5432, DBUsername="app")
    print(f"token: {token}")  # slguard:expect secret-logging
    plain = kms.decrypt(CiphertextBlob=b"x")["Plaintext"]
    print(plain.decode())  # slguard:expect secret-logging
    print("expires", credentials["Expiration"])  # slguard:safe
    print("identity", sts.get_caller_identity()["Arn"])  # slguard:safe
