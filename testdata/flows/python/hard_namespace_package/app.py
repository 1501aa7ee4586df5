# slguard:handler handler
from shop import store
from shop.data import rows as table


def handler(event, context):
    store.save(event["body"])
    table.find("fixed")
    late(event["queryStringParameters"]["id"])


def late(key):
    import shop.data.rows
    shop.data.rows.find(key)
