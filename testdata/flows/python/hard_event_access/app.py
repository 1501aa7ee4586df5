# slguard:handler handler REST_API
# slguard:handler signed REST_API authenticated
import base64
import json
import os

from requests_of import body_of, parameter, path_parameter


def handler(event, context):
    os.system("say " + (event.get("queryStringParameters") or {}).get("a", "x"))  # slguard:expect command-injection
    os.system("say " + event["multiValueQueryStringParameters"]["a"][0])  # slguard:expect command-injection
    os.system("say " + event["headers"].get("User-Agent"))  # slguard:expect command-injection
    os.system("say " + parameter(event, "b"))  # slguard:expect command-injection
    os.system("say " + path_parameter(event, "id"))  # slguard:expect command-injection
    os.system("say " + body_of(event)["name"])  # slguard:expect command-injection
    os.system("say " + event["requestContext"]["requestId"])  # slguard:safe
    os.system("say " + event["requestContext"]["identity"]["sourceIp"])  # slguard:safe
    os.system("say " + event["httpMethod"] + event["resource"])  # slguard:safe
    os.system("say " + event["stageVariables"]["stage"])  # slguard:safe
    os.system("say " + context.function_name)  # slguard:safe
    params, headers = event["queryStringParameters"], event["headers"]
    for key, value in params.items():
        os.system(f"say {key}")  # slguard:expect command-injection
    keys = ("queryStringParameters", "c")
    value = event
    for key in keys:
        value = value.get(key) or {}
    os.system("say " + value)  # slguard:expect command-injection


def signed(event, context):
    claims = event["requestContext"]["authorizer"]["claims"]
    os.system("say " + claims["cognito:username"])  # slguard:expect command-injection
    os.system("say " + event["requestContext"]["stage"])  # slguard:safe
