# slguard:handler lambda_handler HTTP_API_V2
"""Checks a password against its hash and gives a session."""
import hashlib
import hmac
import json
import logging
import os
import secrets
import time

import boto3

logger = logging.getLogger(__name__)
users = boto3.resource("dynamodb").Table(os.environ["USERS"])
sessions = boto3.resource("dynamodb").Table(os.environ["SESSIONS"])
ROUNDS = 600_000
INVALID = {"statusCode": 401, "body": json.dumps({"message": "Wrong name or password"})}


def digest(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, ROUNDS)  # slguard:safe


def lambda_handler(event, context):
    body = json.loads(event["body"])
    name, password = body.get("name", ""), body.get("password", "")
    user = users.get_item(Key={"name": name}).get("Item")
    if user is None:
        digest(password, b"0" * 16)
        return INVALID
    if not hmac.compare_digest(digest(password, bytes(user["salt"])), bytes(user["hash"])):
        logger.info("failed login")  # slguard:safe
        return INVALID
    session_token = secrets.token_urlsafe(32)
    hashed = hashlib.sha256(session_token.encode()).hexdigest()
    sessions.put_item(Item={"token": hashed, "name": name, "ttl": int(time.time()) + 3600})  # slguard:safe
    cookie = f"session={session_token}; HttpOnly; Secure; SameSite=Strict; Path=/"
    return {"statusCode": 204, "cookies": [cookie]}
