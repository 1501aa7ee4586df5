# slguard:handler lambda_handler COGNITO
import os
import re

import boto3

table = boto3.resource("dynamodb").Table(os.environ["PROFILES"])
DOMAINS = {"shop.example", "partner.example"}
NAME = re.compile(r"[\w .-]{1,60}")


def pre_sign_up(event):
    email = event["request"]["userAttributes"].get("email", "")
    domain = email.rsplit("@", 1)[-1].lower()
    event["response"]["autoConfirmUser"] = domain in DOMAINS
    event["response"]["autoVerifyEmail"] = domain in DOMAINS


def post_confirmation(event):
    attributes = event["request"]["userAttributes"]
    name = attributes.get("name", "")
    table.put_item(Item={  # slguard:safe
        "sub": attributes["sub"],
        "email": attributes["email"],
        "name": name if NAME.fullmatch(name) else "",
    })


def custom_message(event):
    code = event["request"]["codeParameter"]
    event["response"]["emailSubject"] = "Your code"
    event["response"]["emailMessage"] = f"<p>Your code is {code}</p>"


TRIGGERS = {
    "PreSignUp_SignUp": pre_sign_up,
    "PostConfirmation_ConfirmSignUp": post_confirmation,
    "CustomMessage_SignUp": custom_message,
}


def lambda_handler(event, context):
    trigger = TRIGGERS.get(event["triggerSource"])
    if trigger:
        trigger(event)
    return event
