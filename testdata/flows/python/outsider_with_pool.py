# slguard:handler main SNS
import json
import sys
from concurrent.futures import ThreadPoolExecutor

import jwt
import requests

http = requests.Session()
SECRET = __import__("os").environ["JWT_SECRET"]


def deliver(subscriber):
    return http.post(subscriber["callback"], json={})  # slguard:expect ssrf


def deliver_inside(subscriber):
    return http.post(f"https://hooks.internal/{subscriber['id']}", json={})  # slguard:safe


def checked(note):
    if not note["url"].startswith("https://hooks.internal/"):
        sys.exit(1)
    return requests.get(note["url"])  # slguard:safe


def unchecked(note):
    if not note["other"].startswith("https://hooks.internal/"):
        print("odd address")
    return requests.get(note["other"])  # slguard:expect ssrf


def main(event, context):
    for record in event["Records"]:
        note = json.loads(record["Sns"]["Message"])
        with ThreadPoolExecutor(max_workers=4) as pool:
            list(pool.map(deliver, note["subscribers"]))
            futures = [pool.submit(deliver_inside, sub) for sub in note["subscribers"]]
            [future.result() for future in futures]
        checked(note)
        unchecked(note)
