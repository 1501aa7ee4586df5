# slguard:handler handler HTTP_API_V2
import json

from queries import core, orm, psy, raw


def handler(event, context):
    body = json.loads(event["body"])
    core.run(body["column"], body["value"])
    orm.run(body["name"], body.get("order", "id"))
    psy.run(body["table"], body["ids"])
    raw.run(body)
