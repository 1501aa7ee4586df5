import json
import os
import pathlib
import pickle
from urllib.parse import urljoin

import requests
import yaml

BASE = "/mnt/data"


def handler_path(event, context):
    name = event["queryStringParameters"]["file"]
    open("/tmp/" + name)  # slguard:expect path-traversal
    open(os.path.join("/tmp", os.path.basename(name)))  # slguard:safe
    open(os.path.join(BASE, name))  # slguard:expect path-traversal
    full = os.path.realpath(os.path.join(BASE, name))
    if not full.startswith(BASE + "/"):
        raise ValueError("outside")
    open(full)  # slguard:safe


def handler_weak(event, context):
    name = event["queryStringParameters"]["file"]
    full = os.path.realpath(os.path.join(BASE, name))
    if not full.startswith(BASE):
        raise ValueError("outside")
    open(full)  # slguard:expect path-traversal
    pathlib.Path("/tmp", name).read_text()  # slguard:expect path-traversal
    (pathlib.Path("/tmp") / name).write_text("x")  # slguard:expect path-traversal


def handler_ssrf(event, context):
    target = event["queryStringParameters"]["url"]
    requests.get(target)  # slguard:expect ssrf
    requests.get("https://" + target)  # slguard:expect ssrf
    requests.get("https://api.example.com/users/" + target)  # slguard:safe
    requests.get("https://api.example.com" + target)  # slguard:expect ssrf
    requests.post(urljoin("https://api.example.com/", target))  # slguard:expect ssrf
    requests.get(os.environ["API"] + "/users/" + target)  # slguard:safe


def handler_load(event, context):
    pickle.loads(event["body"])  # slguard:expect deserialization
    yaml.load(event["body"], Loader=yaml.SafeLoader)  # slguard:safe
    yaml.load(event["body"], Loader=yaml.Loader)  # slguard:expect deserialization
    yaml.safe_load(event["body"])  # slguard:safe
    json.loads(event["body"])  # slguard:safe
    eval(event["body"])  # slguard:expect code-injection


def handler_html(event, context):
    name = event["queryStringParameters"]["name"]
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "text/html"},
        "body": "<h1>" + name + "</h1>",  # slguard:expect xss-reflected
    }


def handler_json(event, context):
    name = event["queryStringParameters"]["name"]
    return {"statusCode": 200, "body": "<h1>" + name + "</h1>"}  # slguard:safe


def handler_redirect(event, context):
    return {"statusCode": 302, "headers": {"Location": event["queryStringParameters"]["next"]}}  # slguard:expect open-redirect


def handler_fixed_redirect(event, context):
    where = "https://example.com/" + event["queryStringParameters"]["next"]
    return {"statusCode": 302, "headers": {"Location": where}}  # slguard:safe
