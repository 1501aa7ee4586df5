# slguard:handler handler HTTP_API_V2
import html
import json
import os
import smtplib
from email.mime.text import MIMEText

import boto3

ses = boto3.client("ses")
bedrock = boto3.client("bedrock-runtime")


def handler(event, context):
    body = json.loads(event["body"])
    ses.send_email(Source="a@shop.example", Destination={"ToAddresses": ["b@shop.example"]},
                   Message={"Subject": {"Data": "Hi"}, "Body": {"Html": {"Data": "<p>" + body["text"] + "</p>"}}})  # slguard:expect html-mail-injection
    ses.send_email(Source="a@shop.example", Destination={"ToAddresses": ["b@shop.example"]},  # slguard:safe
                   Message={"Subject": {"Data": "Hi"}, "Body": {"Text": {"Data": body["text"]}}})
    ses.send_email(Source="a@shop.example", Destination={"ToAddresses": ["b@shop.example"]},  # slguard:safe
                   Message={"Subject": {"Data": "Hi"}, "Body": {"Html": {"Data": f"<p>{html.escape(body['text'])}</p>"}}})
    answer = bedrock.converse(modelId=os.environ["MODEL"], messages=[{"role": "user", "content": [{"text": body["question"]}]}])
    text = answer["output"]["message"]["content"][0]["text"]
    eval(text)  # slguard:expect code-injection
    json.loads(text)  # slguard:safe
    return {"statusCode": 200, "body": json.dumps({"answer": text})}
