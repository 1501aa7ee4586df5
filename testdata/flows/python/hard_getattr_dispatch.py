# slguard:handler handler
# slguard:handler prefixed
# slguard:handler allowed
import os
import subprocess


class Api:
    def do_create(self, name):
        subprocess.check_output("create " + name, shell=True)  # slguard:expect command-injection

    def do_list(self, name):
        subprocess.check_output(["list", "--", name])  # slguard:safe


def handler(event, context):
    return getattr(os, event["queryStringParameters"]["call"])(event["body"])  # slguard:expect code-injection


def prefixed(event, context):
    method = getattr(Api(), "do_" + event["queryStringParameters"]["action"], None)
    if method is None:
        return {"statusCode": 404}
    return method(event["body"])


def allowed(event, context):
    action = event["queryStringParameters"]["action"]
    if action in ("listdir", "stat"):
        return getattr(os, action)("/tmp")  # slguard:safe
    return None
