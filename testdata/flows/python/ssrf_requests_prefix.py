# slguard:handler handler
# slguard:handler sound
import json
import os
import urllib.request
from urllib.parse import quote

import requests

API = os.environ["API_URL"]


def handler(event, context):
    q = event["queryStringParameters"]
    requests.get(q["url"], timeout=3)  # slguard:expect ssrf
    requests.post("https://" + q["host"] + "/hook", json={})  # slguard:expect ssrf
    requests.request("GET", "http://internal" + q["suffix"])  # slguard:expect ssrf
    urllib.request.urlopen(q["url"])  # slguard:expect ssrf
    session = requests.Session()
    session.headers["X-Client"] = "lambda"
    session.put(f"http://{q['tenant']}.example.com/x")  # slguard:expect ssrf
    return {"statusCode": 200}


def sound(event, context):
    q = event["queryStringParameters"]
    requests.get("https://api.example.com/items/" + q["id"], timeout=3)  # slguard:safe
    requests.get("https://api.example.com/items", params={"q": q["q"]})  # slguard:safe
    requests.post(API, json={"name": q["name"]})  # slguard:safe
    posted = urllib.request.Request(API, data=q["name"].encode(), headers={"X-Name": q["name"]}, method="POST")
    posted.add_header("X-Id", q["id"])
    with urllib.request.urlopen(posted, timeout=3) as response:  # slguard:safe
        response.read()
    requests.get(API + "/items/" + quote(q["id"], safe=""))  # slguard:safe
    urllib.request.urlopen("https://api.example.com/?q=" + q["q"])  # slguard:safe
    return {"statusCode": 200}
