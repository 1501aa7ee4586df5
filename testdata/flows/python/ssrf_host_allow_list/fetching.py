from urllib.parse import urlparse

import requests

ALLOWED = {"images.example.com", "cdn.example.com"}


def fetch(url):
    if not url.startswith("https://"):
        raise ValueError("scheme")
    if "example.com" not in url:
        raise ValueError("host")
    parsed = urlparse(url)
    if not parsed.netloc:
        raise ValueError("host")
    return requests.get(url).content  # slguard:expect ssrf


def fetch_allowed(url):
    if urlparse(url).hostname not in ALLOWED:
        raise ValueError("host")
    return requests.get(url).content  # slguard:safe
