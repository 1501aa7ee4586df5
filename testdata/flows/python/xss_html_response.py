# slguard:handler handler
# slguard:handler escaped
# slguard:handler plain
import html
import json
from string import Template

PAGE = Template("<html><body><h1>Hello $name</h1></body></html>")


def handler(event, context):
    name = (event.get("queryStringParameters") or {}).get("name", "you")
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "text/html; charset=utf-8"},
        "body": "<h1>Hello " + name + "</h1>",  # slguard:expect xss-reflected
    }


def escaped(event, context):
    name = (event.get("queryStringParameters") or {}).get("name", "you")
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "text/html"},
        "body": PAGE.substitute(name=html.escape(name)),  # slguard:safe
    }


def plain(event, context):
    name = (event.get("queryStringParameters") or {}).get("name", "you")
    if name == "json":
        return {"statusCode": 200, "body": "<h1>" + name + "</h1>"}  # slguard:safe
    return {"statusCode": 200, "headers": {"content-type": "application/json"}, "body": json.dumps({"hello": name})}  # slguard:safe
