# slguard:handler handler HTTP_API_V2
# slguard:handler callback EVENTBRIDGE
import json
import os
import re
from http.client import HTTPSConnection
from urllib.parse import parse_qs, urlencode, urlparse, urlunparse

import httpx
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

BASE = os.environ["UPSTREAM"]
ALLOWED_HOSTS = frozenset(filter(None, os.environ.get("HOSTS", "").split(",")))


class Client:
    def __init__(self, base, token=None):
        self.base = base.rstrip("/")
        self.session = requests.Session()
        self.session.mount("https://", HTTPAdapter(max_retries=Retry(total=3)))
        if token:
            self.session.headers.update({"Authorization": "Bearer " + token})

    def call(self, method, path, **options):
        return self.session.request(method, f"{self.base}/{path.lstrip('/')}", timeout=5, **options)  # slguard:safe

    def raw(self, url):
        return self.session.get(url, allow_redirects=False)  # slguard:expect ssrf


def handler(event, context):
    q = event["queryStringParameters"]
    client = Client(BASE)
    client.call("GET", "/items/" + q["id"], params={"q": q["q"]})
    client.raw(q["image"])
    parsed = urlparse(q["url"])
    if parsed.scheme not in ("http", "https"):
        return {"statusCode": 400}
    requests.head(q["url"])  # slguard:expect ssrf
    if parsed.hostname in ALLOWED_HOSTS:
        requests.head(q["url"])  # slguard:safe
    rebuilt = urlunparse(("https", "api.example.com", parsed.path, "", parsed.query, ""))
    requests.get(rebuilt)  # slguard:safe
    swapped = parsed._replace(netloc="api.example.com", scheme="https").geturl()
    requests.get(swapped)  # slguard:safe
    HTTPSConnection(parsed.netloc)  # slguard:expect ssrf
    with httpx.Client(base_url=BASE) as http:
        http.get("/v1/search", params={"q": q["q"]})  # slguard:safe
    match = re.match(r"^https://([a-z0-9-]+)\.tenant\.example\.com/$", q["tenant"])
    if match:
        requests.get(f"https://{match.group(1)}.tenant.example.com/status")  # slguard:safe
    return {"statusCode": 302, "headers": {"Location": "/login?" + urlencode({"next": q["next"]})}}  # slguard:safe


def callback(event, context):
    detail = event["detail"]
    requests.post(detail["callbackUrl"], json={"status": "done"})  # slguard:expect ssrf
    requests.post(os.environ["CALLBACK"], json={"status": detail["status"]})  # slguard:safe
