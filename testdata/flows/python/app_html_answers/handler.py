# slguard:handler page HTTP_API_V2
# slguard:handler fragment ALB
# slguard:handler plain HTTP_API_V1
# slguard:handler rendered FUNCTION_URL
import html
import json
import os

import jinja2
import markdown
import bleach
from jinja2 import Environment, FileSystemLoader, select_autoescape
from mako.template import Template as MakoTemplate

from .respond import html_page, json_page, redirect

safe_env = Environment(loader=FileSystemLoader("templates"), autoescape=select_autoescape())
raw_env = jinja2.Environment(loader=FileSystemLoader("templates"))
HEADERS = {"content-type": "text/html; charset=utf-8"}


def page(event, context):
    name = event["queryStringParameters"].get("name", "")
    kind = event["queryStringParameters"].get("kind")
    if kind == "raw":
        return html_page("<h1>" + name + "</h1>")
    if kind == "json":
        return json_page({"name": name})
    if kind == "away":
        return redirect(name)
    return html_page("<h1>" + html.escape(name) + "</h1>")


def fragment(event, context):
    response = {"statusCode": 200, "headers": {}, "isBase64Encoded": False}
    response["headers"].update(HEADERS)
    q = event["queryStringParameters"]["q"]
    response["body"] = f"<p>{q}</p>"  # slguard:expect xss-reflected
    if q == "":
        response["body"] = "<p>nothing</p>"
    return response


def plain(event, context):
    name = event["pathParameters"]["name"]
    if name == "csv":
        return {"statusCode": 200, "headers": {"Content-Type": "text/csv"}, "body": "a," + event["body"]}  # slguard:safe
    return {"statusCode": 200, "body": f"<p>{name}</p>"}  # slguard:safe


def rendered(event, context):
    q = event["queryStringParameters"]
    kind = q["kind"]
    if kind == "auto":
        return dict(statusCode=200, headers=HEADERS, body=safe_env.get_template("a.html").render(name=q["name"]))  # slguard:safe
    if kind == "raw":
        return dict(statusCode=200, headers=HEADERS, body=raw_env.get_template("a.html").render(name=q["name"]))  # slguard:expect xss-reflected
    if kind == "markdown":
        return {"statusCode": 200, "headers": HEADERS, "body": markdown.markdown(q["text"])}  # slguard:expect xss-reflected
    if kind == "cleaned":
        return {"statusCode": 200, "headers": HEADERS, "body": bleach.clean(markdown.markdown(q["text"]))}  # slguard:safe
    if kind == "source":
        jinja2.Template(q["template"]).render()  # slguard:expect template-injection
    if kind == "mako":
        MakoTemplate("<p>" + q["template"] + "</p>").render()  # slguard:expect template-injection
    if kind == "env":
        safe_env.from_string("Hello {{ name }}").render(name=q["name"])  # slguard:safe
        safe_env.from_string(f"Hello {q['name']}").render()  # slguard:expect template-injection
    return {"statusCode": 200, "headers": HEADERS, "body": "<p>%d</p>" % len(q)}  # slguard:safe
