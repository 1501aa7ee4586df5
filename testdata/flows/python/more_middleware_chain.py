# slguard:handler handler HTTP_API_V1
# slguard:handler strict HTTP_API_V1
import base64
import functools
import json
import os
import re


class Context(dict):
    __getattr__ = dict.get


def chain(*middlewares):
    def decorate(function):
        for middleware in reversed(middlewares):
            function = middleware(function)
        return function
    return decorate


def parse_body(function):
    @functools.wraps(function)
    def wrapper(event, context):
        body = event.get("body") or ""
        if event.get("isBase64Encoded"):
            body = base64.b64decode(body).decode()
        event["parsed"] = json.loads(body) if body else {}
        return function(event, context)
    return wrapper


def require(**patterns):
    compiled = {name: re.compile(pattern) for name, pattern in patterns.items()}

    def decorate(function):
        @functools.wraps(function)
        def wrapper(event, context):
            for name, pattern in compiled.items():
                if not pattern.fullmatch(str(event["parsed"].get(name, ""))):
                    return {"statusCode": 400, "body": json.dumps({"field": name})}
            return function(event, context)
        return wrapper
    return decorate


def errors(function):
    def wrapper(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception:
            return {"statusCode": 500}
    return wrapper


@chain(errors, parse_body)
def handler(event, context):
    request = Context(event["parsed"])
    os.system("deploy " + request.target)  # slguard:expect command-injection
    os.system("deploy " + str(bool(request.force)))  # slguard:safe
    return {"statusCode": 200}


@errors
@parse_body
def strict(event, context):
    target = event["parsed"]["target"]
    if re.fullmatch("[a-z]{1,20}", target) is None:
        return {"statusCode": 400}
    os.system("deploy " + target)  # slguard:safe
    os.system("deploy " + event["parsed"]["other"])  # slguard:expect command-injection
    return {"statusCode": 200}
