import json


def _response(status, body, **headers):
    return {"statusCode": status, "body": body, "headers": {k.replace("_", "-"): v for k, v in headers.items()}}


def html_page(text):
    return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": text}  # slguard:expect xss-reflected


def json_page(value):
    return _response(200, json.dumps(value), content_type="application/json")  # slguard:safe


def redirect(target):
    return {"statusCode": 301, "headers": {"Location": target}}  # slguard:expect open-redirect
