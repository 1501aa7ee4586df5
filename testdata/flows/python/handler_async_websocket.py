# slguard:handler handler WEBSOCKET
# slguard:handler connect WEBSOCKET
import asyncio
import json
import os


async def dispatch(event):
    message = json.loads(event["body"])
    os.system("chat " + message["text"])  # slguard:expect command-injection
    os.system("chat " + event["requestContext"]["connectionId"])  # slguard:safe
    os.system("chat " + event["requestContext"]["routeKey"])  # slguard:safe


def handler(event, context):
    loop = asyncio.get_event_loop()
    loop.run_until_complete(dispatch(event))
    return {"statusCode": 200}


async def connect(event, context):
    os.system("room " + event["queryStringParameters"]["room"])  # slguard:expect command-injection
    return {"statusCode": 200}
