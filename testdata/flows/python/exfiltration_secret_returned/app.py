# slguard:handler handler
# slguard:handler sound
import json

from vault import api_settings


def handler(event, context):
    settings = api_settings()
    return {"statusCode": 200, "body": json.dumps({"settings": settings})}  # slguard:expect sensitive-data-exfiltration


def sound(event, context):
    settings = api_settings()
    configured = settings.get("key") is not None
    return {"statusCode": 200, "body": json.dumps({"configured": configured, "host": settings["host"]})}  # slguard:safe
