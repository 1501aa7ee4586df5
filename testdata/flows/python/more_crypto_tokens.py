# slguard:handler handler HTTP_API_V2
import binascii
import hashlib
import hmac
import json
import os
import random
import secrets
import string
import time

import jwt
import requests

ALGORITHMS = ["HS256"]
rng = random.SystemRandom()


def make_code(length=6):
    return "".join(random.choice(string.digits) for _ in range(length))


def make_safe_code(length=6):
    return "".join(secrets.choice(string.digits) for _ in range(length))


def digest(text, algorithm="sha256"):
    return hashlib.new(algorithm, text.encode()).hexdigest()


def handler(event, context):
    body = json.loads(event["body"])
    otp = make_code()  # slguard:expect weak-crypto
    safe_otp = make_safe_code()  # slguard:safe
    pin = rng.randint(1000, 9999)  # slguard:safe
    random.seed(time.time())
    api_token = hashlib.sha256(str(random.random()).encode()).hexdigest()
    jitter = random.random() * 3  # slguard:safe
    password_hash = hashlib.md5((body["password"] + "pepper").encode()).hexdigest()  # slguard:expect weak-crypto
    stored = hashlib.scrypt(body["password"].encode(), salt=os.urandom(16), n=2 ** 14, r=8, p=1)  # slguard:safe
    signature = hmac.new(os.environ["KEY"].encode(), event["body"].encode(), "sha256").hexdigest()  # slguard:safe
    etag = '"%s"' % hashlib.md5(event["body"].encode()).hexdigest()  # slguard:safe
    digest(event["body"])  # slguard:safe
    claims = jwt.decode(body["token"], os.environ["KEY"], algorithms=ALGORITHMS)  # slguard:safe
    jwt.decode(body["other"], algorithms=ALGORITHMS, options={"verify_signature": False, "verify_exp": True})  # slguard:expect unverified-jwt
    jwt.encode(claims, "a9F3kQ81mZp0", algorithm="HS256")  # slguard:expect hardcoded-secret
    requests.get("https://api.example/", verify=os.environ.get("CA_BUNDLE", True))  # slguard:safe
    options = {"timeout": 3, "verify": False}
    requests.get("https://api.example/", **options)  # slguard:expect weak-crypto
    return {"statusCode": 200, "headers": {"ETag": etag}, "body": json.dumps([safe_otp, jitter, pin, stored.hex(), signature])}
