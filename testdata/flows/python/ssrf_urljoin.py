# slguard:handler handler
from urllib.parse import urljoin, urlencode

import httpx
import urllib3

BASE = "https://api.example.com/v1/"
http = urllib3.PoolManager()


def handler(event, context):
    path = event["queryStringParameters"]["path"]
    http.request("GET", urljoin(BASE, path))  # slguard:expect ssrf
    with httpx.Client(base_url=BASE) as client:
        client.get(path)  # slguard:expect ssrf
        client.get("items/" + path)  # slguard:safe
    http.request("GET", BASE + "?" + urlencode({"path": path}))  # slguard:safe
