# slguard:handler handler
# slguard:handler signed
import base64

from session import restore, restore_signed


def handler(event, context):
    cookie = event["cookies"][0].split("=", 1)[1]
    return {"cart": restore(base64.b64decode(cookie))}


def signed(event, context):
    cookie = event["cookies"][0].split("=", 1)[1]
    return {"cart": restore_signed(base64.b64decode(cookie), event["headers"]["x-signature"])}
