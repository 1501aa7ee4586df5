import json

import boto3


class Vault:
    def __init__(self):
        self._client = boto3.client("secretsmanager")
        self._cache = {}

    def read(self, name):
        if name not in self._cache:
            self._cache[name] = self._client.get_secret_value(SecretId=name)["SecretString"]
        return json.loads(self._cache[name])


vault = Vault()


def api_settings():
    return vault.read("partner/api")
