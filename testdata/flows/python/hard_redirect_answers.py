# slguard:handler handler
# slguard:handler sound
# slguard:handler callback
import html
import json
from http import HTTPStatus
from urllib.parse import quote


def redirect(location, status=HTTPStatus.FOUND):
    return {"statusCode": status, "headers": {"Location": location}, "body": ""}  # slguard:expect open-redirect


def handler(event, context):
    q = event["queryStringParameters"] or {}
    if q.get("next", "").startswith("/"):
        return redirect(q["next"])
    headers = {}
    headers["Content-Type"] = "text/html"
    page = "<h1>%s</h1>" % q.get("title")
    return dict(statusCode=200, headers=headers, body=page)  # slguard:expect xss-reflected


def sound(event, context):
    q = event["queryStringParameters"] or {}
    if q["kind"] == "go":
        return {"statusCode": 302, "headers": {"Location": "https://shop.example.com/" + quote(q["next"])}}  # slguard:safe
    if q["kind"] == "json":
        return {"statusCode": 200, "headers": {"Content-Type": "application/json"}, "body": json.dumps(q)}  # slguard:safe
    if q["kind"] == "none":
        return {"statusCode": 200, "body": q["title"]}  # slguard:safe
    page = f"<h1>{html.escape(q['title'])}</h1><p>{len(q)}</p>"
    return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": page}  # slguard:safe


def callback(event, context):
    targets = {"home": "/", "shop": "/shop"}
    where = targets.get(event["queryStringParameters"]["to"], "/")
    return {"statusCode": 301, "headers": {"Location": where}}  # slguard:safe
