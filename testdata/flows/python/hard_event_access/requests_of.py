import base64
import json


def body_of(event):
    body = event.get("body") or "{}"
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body).decode("utf-8")
    return json.loads(body)


def parameter(event, name, default=""):
    parameters = event.get("queryStringParameters")
    if not parameters:
        return default
    return parameters.get(name, default)


path_parameter = lambda event, name: event["pathParameters"][name]
