# slguard:handler handler
# slguard:handler sound
import json

from fetching import fetch, fetch_allowed


def handler(event, context):
    return fetch(json.loads(event["body"])["url"])


def sound(event, context):
    return fetch_allowed(json.loads(event["body"])["url"])
