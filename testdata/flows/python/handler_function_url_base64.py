# slguard:handler handler FUNCTION_URL
import base64
import json
import os
from http import cookies


def read_body(event):
    body = event.get("body", "")
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body).decode("utf-8")
    return json.loads(body)


def handler(event, context):
    match event["requestContext"]["http"]["method"]:
        case "POST":
            os.system("run " + read_body(event)["name"])  # slguard:expect command-injection
        case "GET":
            os.system("run " + event["rawPath"])  # slguard:expect command-injection
            os.system("run " + event["rawQueryString"])  # slguard:expect command-injection
        case other:
            os.system("run " + other)  # slguard:safe
    jar = cookies.SimpleCookie("; ".join(event.get("cookies", [])))
    os.system("run " + jar["session"].value)  # slguard:expect command-injection
    os.system("run " + event["requestContext"]["http"]["sourceIp"])  # slguard:safe
    os.system("run " + event["requestContext"]["domainName"])  # slguard:safe
    os.system("run " + event["headers"]["host"])  # slguard:safe
