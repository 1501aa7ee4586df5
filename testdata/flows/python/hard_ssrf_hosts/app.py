# slguard:handler handler
# slguard:handler sound
import json
from urllib.parse import quote, urlencode, urljoin, urlparse, urlsplit

import httpx
import requests
import urllib3

from client import ApiClient

GOOD = {"api.example.com", "img.example.com"}
pool = urllib3.PoolManager()


def handler(event, context):
    url = event["queryStringParameters"]["url"]
    requests.get(url, timeout=3)  # slguard:expect ssrf
    if urlparse(url).hostname.endswith("example.com"):
        requests.get(url)  # slguard:expect ssrf
    if url.startswith("https://api.example.com"):
        httpx.get(url)  # slguard:expect ssrf
    if "example.com" in url:
        pool.request("GET", url)  # slguard:expect ssrf
    if urlparse(url).scheme == "https":
        requests.post(url, json={})  # slguard:expect ssrf
    if urlparse(url).hostname not in ("localhost", "169.254.169.254"):
        requests.head(url)  # slguard:expect ssrf
    requests.get(f"https://{url}.example.com/")  # slguard:expect ssrf
    requests.get(urljoin("https://api.example.com/v1/", url))  # slguard:expect ssrf
    requests.request("GET", url="http://" + url)  # slguard:expect ssrf
    ApiClient("https://api.example.com").call(url)
    ApiClient(url).call("/status")


def sound(event, context):
    url = event["queryStringParameters"]["url"]
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.hostname not in GOOD:
        return {"statusCode": 400}
    requests.get(url, timeout=3)  # slguard:safe
    name = event["queryStringParameters"]["name"]
    requests.get("https://api.example.com/items/" + name)  # slguard:safe
    requests.get("https://api.example.com/items?" + urlencode({"q": name}))  # slguard:safe
    requests.get("https://api.example.com/items", params={"q": name})  # slguard:safe
    httpx.get(f"https://api.example.com/items/{quote(name, safe='')}")  # slguard:safe
    other = event["queryStringParameters"]["other"]
    if urlparse(other).hostname.endswith(".example.com"):
        requests.get(other)  # slguard:safe
    third = event["queryStringParameters"]["third"]
    if third.startswith("https://api.example.com/"):
        requests.get(third)  # slguard:safe
    return {"statusCode": 200}
