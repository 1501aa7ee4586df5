# slguard:handler handler HTTP_API_V2
import ipaddress
import re
import socket
from urllib.parse import quote, urljoin, urlparse, urlsplit

import requests
import urllib3
from urllib.request import Request, urlopen

HOSTS = {"api.example.com", "cdn.example.com"}
http = urllib3.PoolManager()
session = requests.Session()
session.headers["User-Agent"] = "shop"


def allowed(url):
    return urlparse(url).hostname in HOSTS


def handler(event, context):
    url = event["queryStringParameters"]["url"]
    requests.get(url, timeout=5)  # slguard:expect ssrf
    if url.startswith("https://api.example.com"):
        requests.get(url, timeout=5)  # slguard:expect ssrf
    if url.startswith("https://api.example.com/"):
        requests.get(url, timeout=5)  # slguard:safe
    if "example.com" in url:
        session.get(url)  # slguard:expect ssrf
    if urlparse(url).netloc.endswith("example.com"):
        session.get(url)  # slguard:expect ssrf
    if urlparse(url).scheme == "https":
        session.get(url)  # slguard:expect ssrf
    if allowed(url):
        session.get(url)  # slguard:safe
    parts = urlsplit(url)
    if parts.hostname not in HOSTS or parts.scheme != "https":
        return {"statusCode": 400}
    urlopen(url)  # slguard:safe
    path = event["rawPath"]
    http.request("GET", "https://api.example.com" + path)  # slguard:safe
    http.request("GET", urljoin("https://api.example.com/", path))  # slguard:expect ssrf
    http.request("GET", f"https://api.example.com/{quote(path)}")  # slguard:safe
    host = event["queryStringParameters"]["host"]
    http.request("POST", f"https://{host}/v1")  # slguard:expect ssrf
    http.request("POST", f"https://{host}.example.com/v1")  # slguard:expect ssrf
    tenant = event["queryStringParameters"]["tenant"]
    if re.fullmatch(r"[a-z0-9-]+", tenant):
        http.request("POST", f"https://{tenant}.example.com/v1")  # slguard:safe
    urlopen(Request(url="http://" + event["headers"]["x-target"], method="HEAD"))  # slguard:expect ssrf
    region = event["queryStringParameters"]["region"]
    endpoint = {"eu": "https://eu.example.com", "us": "https://us.example.com"}[region]
    requests.post(endpoint, json={"path": path})  # slguard:safe
    socket.create_connection((host, 443), timeout=2)  # slguard:expect ssrf
