# slguard:handler handler
# slguard:handler sound
from http_client import Client


def handler(event, context):
    region = event["headers"]["x-region"]
    client = Client(host="api." + region)
    return client.get("/status")


def sound(event, context):
    region = event["headers"]["x-region"]
    client = Client(host="api.example.com")
    return client.get("/status/" + region)
