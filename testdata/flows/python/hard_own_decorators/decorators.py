import functools
import json


class User:
    def __init__(self, name):
        self.name = name
        self.role = "guest"


def body_as(keyword):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(event, context, **kwargs):
            kwargs[keyword] = json.loads(event["body"])
            return function(event, context, **kwargs)

        return wrapper

    return decorate


def log_only(function=None, *, level="INFO"):
    if function is None:
        return functools.partial(log_only, level=level)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(level, function.__name__)
        return function(*args, **kwargs)

    return wrapper


def allow(field, values):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(event, context):
            if event["queryStringParameters"][field] not in {"a", "b"}:
                return {"statusCode": 400}
            return function(event, context)

        return wrapper

    return decorate


def with_user(function):
    def wrapper(event, context):
        return function(event, context, User(event["headers"].get("x-user", "nobody")))

    return wrapper
