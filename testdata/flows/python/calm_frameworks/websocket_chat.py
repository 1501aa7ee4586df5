# slguard:handler lambda_handler WEBSOCKET
import json
import logging
import os
import time

import boto3

logger = logging.getLogger(__name__)
table = boto3.resource("dynamodb").Table(os.environ["CONNECTIONS"])


class Router:
    def __init__(self):
        self.routes = {}

    def on(self, key):
        def register(function):
            self.routes[key] = function
            return function
        return register

    def dispatch(self, event):
        route = self.routes.get(event["requestContext"]["routeKey"], unknown)
        return route(event, event["requestContext"]["connectionId"])


router = Router()


def unknown(event, connection):
    return {"statusCode": 404}


@router.on("$connect")
def connect(event, connection):
    room = (event.get("queryStringParameters") or {}).get("room", "lobby")
    table.put_item(Item={"id": connection, "room": room, "ttl": int(time.time()) + 7200})  # slguard:safe
    return {"statusCode": 200}


@router.on("$disconnect")
def disconnect(event, connection):
    table.delete_item(Key={"id": connection})  # slguard:safe
    return {"statusCode": 200}


@router.on("say")
def say(event, connection):
    text = json.loads(event["body"]).get("text", "")[:500]
    context = event["requestContext"]
    client = boto3.client("apigatewaymanagementapi", endpoint_url=f"https://{context['domainName']}/{context['stage']}")  # slguard:safe
    for other in table.scan(ProjectionExpression="id")["Items"]:
        try:
            client.post_to_connection(ConnectionId=other["id"], Data=json.dumps({"text": text}).encode())
        except client.exceptions.GoneException:
            table.delete_item(Key={"id": other["id"]})  # slguard:safe
    return {"statusCode": 200}


def lambda_handler(event, context):
    return router.dispatch(event)
