# slguard:handler handler HTTP_API_V2
# slguard:handler job SQS
import json
import logging
import os

from .container import Container
from .domain import Command, NotAllowed, Query

logger = logging.getLogger(__name__)
container = Container(os.environ)


def handler(event, context):
    route = event["routeKey"]
    params = event.get("pathParameters") or {}
    query = event.get("queryStringParameters") or {}
    try:
        if route == "GET /users/{id}":
            result = container.users.by_id(params["id"])
        elif route == "GET /users":
            result = container.users.search(Query(text=query.get("q", ""), page=query.get("page", "1")))
        elif route == "POST /users":
            result = container.users.add(**json.loads(event["body"]))
        else:
            return {"statusCode": 404}
    except NotAllowed:
        return {"statusCode": 403}
    return {"statusCode": 200, "body": json.dumps(result, default=str)}


def job(event, context):
    for record in event["Records"]:
        command = Command.parse(record["body"])
        container.bus.dispatch(command)
