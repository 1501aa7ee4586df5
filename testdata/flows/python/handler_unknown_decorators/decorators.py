import functools
import json
import time


def timed(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        start = time.time()
        try:
            return function(*args, **kwargs)
        finally:
            print("took", time.time() - start)

    return inner


def json_body(required=()):
    def decorate(function):
        @functools.wraps(function)
        def inner(event, context):
            body = json.loads(event["body"])
            for name in required:
                if name not in body:
                    return {"statusCode": 400}
            return function(event, context, body=body)

        return inner

    return decorate
