# slguard:handler lambda_handler HTTP_API_V1
"""Creates an order from a JSON body and tells the warehouse."""
import json
import logging
import os
import uuid
from datetime import datetime, timezone
from decimal import Decimal

import boto3
from botocore.exceptions import ClientError

logger = logging.getLogger()
logger.setLevel(os.environ.get("LOG_LEVEL", "INFO"))

dynamodb = boto3.resource("dynamodb")
table = dynamodb.Table(os.environ["ORDERS_TABLE"])
sqs = boto3.client("sqs")
QUEUE_URL = os.environ["WAREHOUSE_QUEUE_URL"]
CORS_HEADERS = {
    "Access-Control-Allow-Origin": os.environ.get("ALLOWED_ORIGIN", "https://shop.example"),
    "Access-Control-Allow-Headers": "Content-Type,Authorization",
    "Content-Type": "application/json",
}


class ValidationError(Exception):
    """A field of the order is missing or of the wrong kind."""


def lambda_handler(event, context):
    logger.info("request %s", context.aws_request_id)
    try:
        order = build_order(json.loads(event.get("body") or "{}"), owner_of(event))
    except (ValueError, ValidationError):
        logger.warning("invalid order")
        return answer(400, {"message": "The order is not valid"})
    try:
        table.put_item(Item=order, ConditionExpression="attribute_not_exists(pk)")  # slguard:safe
    except ClientError as problem:
        if problem.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return answer(409, {"message": "The order exists"})
        logger.exception("could not store the order")
        return answer(502, {"message": "Try again later"})
    sqs.send_message(QueueUrl=QUEUE_URL, MessageBody=json.dumps(order, default=str))  # slguard:safe
    return answer(201, {"orderId": order["orderId"], "total": str(order["total"])})


def owner_of(event):
    return event["requestContext"]["authorizer"]["claims"]["sub"]


def build_order(body, owner):
    lines = body.get("lines")
    if not isinstance(lines, list) or not lines:
        raise ValidationError("lines")
    total = Decimal("0")
    kept = []
    for line in lines:
        quantity = int(line["quantity"])
        price = Decimal(str(line["price"]))
        if quantity < 1 or price < 0:
            raise ValidationError("quantity")
        total += quantity * price
        kept.append({"sku": line["sku"], "quantity": quantity, "price": price})
    order_id = str(uuid.uuid4())
    return {
        "pk": f"ORDER#{order_id}",
        "sk": f"OWNER#{owner}",
        "orderId": order_id,
        "lines": kept,
        "note": body.get("note", ""),
        "total": total,
        "createdAt": datetime.now(timezone.utc).isoformat(),
    }


def answer(status, body):
    return {"statusCode": status, "headers": CORS_HEADERS, "body": json.dumps(body)}  # slguard:safe
