# slguard:handler handler WEBSOCKET
# slguard:handler bound WEBSOCKET
import asyncio
import json

from store import search, search_bound


def handler(event, context):
    message = json.loads(event["body"])
    return asyncio.run(search(message["term"]))


def bound(event, context):
    message = json.loads(event["body"])
    return asyncio.run(search_bound(message["term"], event["requestContext"]["connectionId"]))
