# slguard:handler handler
import json

from mailer import send, send_text


def handler(event, context):
    form = json.loads(event["body"])
    send("<p>" + form["message"] + "</p>")
    send_text(form["message"])
    return {"statusCode": 202}
