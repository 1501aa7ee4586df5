# slguard:handler lambda_handler HTTP_API_V2
"""A page for the browser, rendered with an escaping engine."""
import os
from pathlib import Path

import boto3
from jinja2 import Environment, FileSystemLoader, select_autoescape

env = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=select_autoescape(["html"]))
table = boto3.resource("dynamodb").Table(os.environ["PRODUCTS"])
LANGUAGES = {"de": "de.html", "en": "en.html", "fr": "fr.html"}


def lambda_handler(event, context):
    query = event.get("queryStringParameters") or {}
    template = env.get_template(LANGUAGES.get(query.get("lang"), "en.html"))
    product = table.get_item(Key={"id": event["pathParameters"]["id"]}).get("Item") or {}
    body = template.render(product=product, ref=query.get("ref", ""), stage=os.environ["STAGE"])
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "max-age=60"},
        "body": body,  # slguard:safe
    }
