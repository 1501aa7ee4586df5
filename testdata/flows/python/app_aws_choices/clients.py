import functools

import boto3


class Clients:
    @functools.cached_property
    def sqs(self):
        return boto3.client("sqs")

    @functools.lru_cache()
    def get(self, name):
        return boto3.client(name)
