# slguard:handler handler
# slguard:handler sound
import json

from orders import Order, archive, archive_number


def handler(event, context):
    order = Order(**json.loads(event["body"]))
    return archive(order)


def sound(event, context):
    body = json.loads(event["body"])
    order = Order(name="fixed", number=int(body["number"]))
    archive_number(order)
    return {"statusCode": 200}
