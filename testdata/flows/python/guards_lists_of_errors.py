# slguard:handler handler HTTP_API_V2
# slguard:handler handler2 HTTP_API_V2
# slguard:handler handler3 HTTP_API_V2
import json
import os
import re


def check(body):
    errors = []
    if not re.fullmatch("[a-z]+", body["a"]):
        errors.append("a")
    if not body["b"].isalnum():
        errors.append("b")
    return errors


def check2(body):
    errors = {}
    if not re.fullmatch("[a-z]+", body["a"]):
        errors["a"] = "bad"
    if errors:
        return None, errors
    return {"a": body["a"], "c": body["c"]}, None


def handler(event, context):
    body = json.loads(event["body"])
    os.system("bad " + body["a"])  # slguard:expect command-injection
    errors = check(body)
    if errors:
        os.system("bad " + body["a"])  # slguard:expect command-injection
        return {"statusCode": 400}
    os.system("ok " + body["a"])  # slguard:safe
    os.system("ok " + body["b"])  # slguard:safe
    os.system("bad " + body["c"])  # slguard:expect command-injection


def handler2(event, context):
    body = json.loads(event["body"])
    data, error = check2(body)
    if error is not None:
        return {"statusCode": 400}
    os.system("ok " + data["a"])  # slguard:safe
    os.system("bad " + data["c"])  # slguard:expect command-injection


def handler3(event, context):
    body = json.loads(event["body"])
    errors = []
    if not body["a"].isalnum():
        errors.append("a")
    if not body["b"].isalnum():
        errors.append("a")
    if len(errors) > 0:
        return {"statusCode": 400}
    os.system("ok " + body["a"])  # slguard:safe
    if not errors:
        os.system("ok " + body["b"])  # slguard:safe
    errors.clear()
    if not errors:
        os.system("bad " + body["c"])  # slguard:expect command-injection
