import json


def json_body(next_step):
    def step(event):
        return next_step(json.loads(event["body"]))

    return step


def require_int(field):
    def middleware(next_step):
        def step(event):
            return next_step({**event, field: int(event[field])})

        return step

    return middleware


def make_handler(action, middlewares=()):
    chain = action
    for middleware in reversed(middlewares):
        chain = middleware(chain)

    def handler(event, context):
        result = chain(event)
        return {"statusCode": 200, "body": json.dumps(result)}

    return handler


def compose(outer, inner):
    return lambda event, context=None: outer(inner(event))
