from helpers import run
from helpers.storage import Store
import helpers.text as text


def handler(event, context):
    run(event["body"])
    store = Store(event["queryStringParameters"]["q"])
    store.find()
    return text.page(event["body"])
