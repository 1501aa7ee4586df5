# slguard:handler lambda_handler HTTP_API_V1
import base64
import html
import json
import os
import subprocess
import tempfile
from pathlib import Path
from string import Template

import boto3

table = boto3.resource("dynamodb").Table(os.environ["INVOICES"])
PAGE = Template("<html><body><h1>Invoice $number</h1><p>$customer</p><table>$rows</table></body></html>")


def lambda_handler(event, context):
    number = event["pathParameters"]["number"]
    if not number.isdecimal():
        return {"statusCode": 400, "body": "number"}
    item = table.get_item(Key={"number": number}).get("Item")
    if not item:
        return {"statusCode": 404, "body": "unknown"}
    rows = "".join(
        f"<tr><td>{html.escape(line['text'])}</td><td>{float(line['price']):.2f}</td></tr>" for line in item["lines"])
    page = PAGE.substitute(number=number, customer=html.escape(item["customer"]), rows=rows)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{number}.html"
        target = source.with_suffix(".pdf")
        source.write_text(page, encoding="utf-8")  # slguard:safe
        subprocess.run(["/opt/bin/wkhtmltopdf", "--disable-local-file-access", str(source), str(target)], check=True)  # slguard:safe
        content = target.read_bytes()  # slguard:safe
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/pdf"},
        "isBase64Encoded": True,
        "body": base64.b64encode(content).decode("ascii"),
    }
