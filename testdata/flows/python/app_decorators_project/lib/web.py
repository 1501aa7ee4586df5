import functools
import json


def api(methods=("GET",)):
    def outer(function):
        @functools.wraps(function)
        def inner(event, context):
            if event["requestContext"]["http"]["method"] not in methods:
                return {"statusCode": 405}
            try:
                result = function(event, context)
            except KeyError:
                return {"statusCode": 400}
            return {"statusCode": 200, "body": json.dumps(result)}
        return inner
    return outer


def with_body(function):
    def inner(event, context):
        return function(event, context, body=json.loads(event["body"]))
    return inner


class Request:
    def __init__(self, event):
        self._event = event
        self.body = json.loads(event.get("body") or "{}")

    def param(self, name, default=""):
        return (self._event.get("queryStringParameters") or {}).get(name, default)


def json_api(function):
    @functools.wraps(function)
    def wrapper(event, _context):
        status, body = function(Request(event))
        return dict(statusCode=status, body=json.dumps(body))
    return wrapper


def requires(name, allowed):
    def outer(function):
        def inner(event, context):
            value = event["queryStringParameters"].get(name)
            if value not in allowed:
                return {"statusCode": 400}
            return function(event, context)
        return inner
    return outer
