# slguard:handler handler HTTP_API_V2
# slguard:handler calm HTTP_API_V2
import hashlib
import hmac
import json
import os
import random
import secrets
import ssl
import string
import urllib.request
import uuid
from random import SystemRandom, choice, randint

import aiohttp
import httpx
import paramiko
import requests
import urllib3
from Crypto.Cipher import AES, ARC4, DES, DES3
from Crypto.PublicKey import RSA
from cryptography.hazmat.backends import default_backend
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, rsa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

KEY = os.environ["KEY"].encode()


def handler(event, context):
    body = json.loads(event["body"])
    hashlib.md5(body["password"].encode()).hexdigest()  # slguard:expect weak-crypto
    hashlib.sha1(KEY + event["body"].encode())  # slguard:expect weak-crypto
    hashlib.new("md5", event["body"].encode())  # slguard:expect weak-crypto
    hashes.Hash(hashes.MD5())  # slguard:expect weak-crypto
    DES.new(KEY, DES.MODE_CBC)  # slguard:expect weak-crypto
    DES3.new(KEY, DES3.MODE_CBC)  # slguard:expect weak-crypto
    ARC4.new(KEY)  # slguard:expect weak-crypto
    AES.new(KEY, AES.MODE_ECB)  # slguard:expect weak-crypto
    AES.new(KEY, AES.MODE_CBC, b"0000000000000000")  # slguard:expect weak-crypto
    Cipher(algorithms.TripleDES(KEY), modes.CBC(os.urandom(8)))  # slguard:expect weak-crypto
    Cipher(algorithms.AES(KEY), modes.ECB(), backend=default_backend())  # slguard:expect weak-crypto
    Cipher(algorithms.AES(KEY), modes.CBC(b"\x00" * 16))  # slguard:expect weak-crypto
    rsa.generate_private_key(public_exponent=65537, key_size=1024)  # slguard:expect weak-crypto
    RSA.generate(1024)  # slguard:expect weak-crypto
    dsa.generate_private_key(1024)  # slguard:expect weak-crypto
    requests.post("https://api.example/", json=body, verify=False)  # slguard:expect weak-crypto
    session = requests.Session()
    session.verify = False  # slguard:expect weak-crypto
    httpx.Client(verify=False)  # slguard:expect weak-crypto
    urllib3.PoolManager(cert_reqs="CERT_NONE")  # slguard:expect weak-crypto
    ssl._create_default_https_context = ssl._create_unverified_context  # slguard:expect weak-crypto
    urllib.request.urlopen("https://api.example/", context=ssl._create_unverified_context())  # slguard:expect weak-crypto
    loose = ssl.create_default_context()
    loose.check_hostname = False  # slguard:expect weak-crypto
    loose.verify_mode = ssl.CERT_NONE  # slguard:expect weak-crypto
    ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # slguard:expect weak-crypto
    loose.minimum_version = ssl.TLSVersion.TLSv1_1  # slguard:expect weak-crypto
    aiohttp.TCPConnector(ssl=False)  # slguard:expect weak-crypto
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # slguard:expect weak-crypto
    token = "".join(random.choice(string.ascii_letters) for _ in range(20))  # slguard:expect weak-crypto
    otp = randint(100000, 999999)  # slguard:expect weak-crypto
    reset_code = str(random.randrange(10 ** 6)).zfill(6)  # slguard:expect weak-crypto
    password = "".join(random.choices(string.ascii_letters + string.digits, k=12))  # slguard:expect weak-crypto
    session_id = "%032x" % random.getrandbits(128)  # slguard:expect weak-crypto
    return {"statusCode": 200, "body": json.dumps([token, otp, reset_code, password, session_id])}


def calm(event, context):
    body = event["body"].encode()
    hashlib.sha256(body).hexdigest()  # slguard:safe
    hashlib.md5(body, usedforsecurity=False).hexdigest()  # slguard:safe
    etag = hashlib.md5(body).hexdigest()  # slguard:safe
    cache_key = hashlib.sha1(event["rawPath"].encode()).hexdigest()  # slguard:safe
    checksum = hashlib.md5()  # slguard:safe
    with open("/tmp/data", "rb") as file:
        for block in iter(lambda: file.read(8192), b""):
            checksum.update(block)
    hmac.new(KEY, body, hashlib.sha1).hexdigest()  # slguard:safe
    hashlib.new("sha512", body)  # slguard:safe
    AES.new(KEY, AES.MODE_GCM)  # slguard:safe
    AES.new(KEY, AES.MODE_CBC, os.urandom(16))  # slguard:safe
    Cipher(algorithms.AES(KEY), modes.GCM(os.urandom(12)))  # slguard:safe
    rsa.generate_private_key(public_exponent=65537, key_size=4096)  # slguard:safe
    requests.get("https://api.example/", verify="/opt/ca.pem", timeout=3)  # slguard:safe
    requests.get("https://api.example/", verify=True)  # slguard:safe
    context_ = ssl.create_default_context()
    context_.minimum_version = ssl.TLSVersion.TLSv1_2  # slguard:safe
    context_.verify_mode = ssl.CERT_REQUIRED  # slguard:safe
    urllib3.PoolManager(cert_reqs="CERT_REQUIRED")  # slguard:safe
    token = secrets.token_urlsafe(32)  # slguard:safe
    otp = secrets.randbelow(10 ** 6)  # slguard:safe
    password = "".join(SystemRandom().choice(string.ascii_letters) for _ in range(12))  # slguard:safe
    session_id = uuid.uuid4().hex  # slguard:safe
    delay = random.uniform(0, 1)  # slguard:safe
    sample = random.sample(range(100), 5)  # slguard:safe
    shard = random.randint(0, 9)  # slguard:safe
    greeting = choice(["hi", "hello"])  # slguard:safe
    return {"statusCode": 200, "headers": {"ETag": etag}, "body": json.dumps([cache_key, token, otp, delay, sample, shard, greeting])}
