# slguard:handler page HTTP_API_V2
# slguard:handler mail SQS
import html
import json
import os
import string
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import boto3
import jinja2

from .render import Page, error_page, render

ses = boto3.client("ses")
loader = jinja2.FileSystemLoader(os.path.join(os.path.dirname(__file__), "templates"))
env = jinja2.Environment(loader=loader, autoescape=True)
plain = jinja2.Environment(loader=loader)


def page(event, context):
    q = event["queryStringParameters"]
    kind = q["kind"]
    if kind == "class":
        return Page("Hello").add("<p>" + q["name"] + "</p>").response()
    if kind == "class-escaped":
        return Page("Hello").add_text(q["name"]).response_escaped()
    if kind == "error":
        return error_page(404, q["path"])
    if kind == "template":
        return render(env, "page.html", name=q["name"])
    if kind == "source":
        source = "<h1>" + q["title"] + "</h1>{{ name }}"
        return {"statusCode": 200, "body": env.from_string(source).render(name="x")}  # slguard:expect template-injection
    if kind == "formatter":
        text = string.Template("<p>$name</p>").substitute(name=html.escape(q["name"]))
        return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": text}  # slguard:safe
    data = json.dumps({"name": q["name"]})
    return {"statusCode": 200, "headers": {"Content-Type": "application/json"}, "body": data}  # slguard:safe


def mail(event, context):
    for record in event["Records"]:
        order = json.loads(record["body"])
        message = MIMEMultipart("alternative")
        message["Subject"] = "Order"
        message.attach(MIMEText("Hello " + order["name"], "plain"))
        message.attach(MIMEText(env.get_template("mail.html").render(order=order), "html"))
        ses.send_raw_email(RawMessage={"Data": message.as_string()}, Destinations=["shop@shop.example"])  # slguard:safe
