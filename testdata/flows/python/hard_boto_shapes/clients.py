import functools

import boto3


class Clients:
    def __init__(self, region):
        session = boto3.session.Session(region_name=region)
        self._session = session
        self.lambda_ = session.client("lambda")
        self.sqs = boto3.client("sqs", region_name=region)

    @functools.cached_property
    def s3(self):
        return self._session.client("s3")

    @property
    def secrets(self):
        return boto3.client(service_name="secretsmanager")


@functools.lru_cache
def dynamodb():
    return boto3.resource("dynamodb")


def table(name):
    return dynamodb().Table(name)  # slguard:expect tainted-aws-resource


def bucket_of(name):
    return boto3.resource("s3").Bucket(name)  # slguard:expect tainted-aws-resource
