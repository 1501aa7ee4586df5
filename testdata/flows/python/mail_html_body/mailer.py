import html
import os

import boto3

ses = boto3.client("ses")


def send(markup):
    ses.send_email(
        Source=os.environ["SENDER"],
        Destination={"ToAddresses": [os.environ["SUPPORT"]]},
        Message={"Subject": {"Data": "Contact"}, "Body": {"Html": {"Data": markup}}},  # slguard:expect html-mail-injection
    )


def send_text(text):
    body = {"Html": {"Data": "<p>" + html.escape(text) + "</p>"}, "Text": {"Data": text}}
    ses.send_email(Source=os.environ["SENDER"], Destination={"ToAddresses": [os.environ["SUPPORT"]]}, Message={"Subject": {"Data": "Contact"}, "Body": body})  # slguard:safe
